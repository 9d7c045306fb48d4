import { expect, test } from 'vitest';
import { MAX_HEIGHT_PX, type RowWindowRequest, rowWindow, scrollToRow } from './row-window.ts';

const request = (part: Partial<RowWindowRequest>): RowWindowRequest => ({
  rowCount: 1000,
  rowHeight: 40,
  viewHeight: 400,
  scrollTop: 0,
  spare: 2,
  ...part,
});

test('only the rows in sight are drawn, and a few beyond', () => {
  expect(rowWindow(request({ scrollTop: 4000 }))).toEqual({ height: 40_000, first: 98, end: 113, origin: 0 });
});

test('nothing is drawn of an empty list', () => {
  expect(rowWindow(request({ rowCount: 0 }))).toEqual({ height: 0, first: 0, end: 0, origin: 0 });
});

test('a million rows stay under what a browser can draw, and the last one is reached', () => {
  const many = request({ rowCount: 1_000_000 });
  expect(rowWindow(many).height).toBe(MAX_HEIGHT_PX);
  const bottom = { ...many, scrollTop: MAX_HEIGHT_PX - 400 };
  const { end, origin } = rowWindow(bottom);
  expect(end).toBe(1_000_000);
  // The last row ends exactly at the lower edge of the view.
  expect(origin + 1_000_000 * 40).toBeCloseTo(bottom.scrollTop + 400, 3);
});

test('a row is brought into sight with the least movement, in lists of any length', () => {
  for (const rowCount of [1000, 1_000_000]) {
    const at = request({ rowCount, scrollTop: 2000 });
    const shown = Math.ceil((rowWindow(at).first + rowWindow(at).end) / 2);
    expect(scrollToRow(shown, at)).toBe(2000);
    const last = scrollToRow(rowCount - 1, at);
    const there = rowWindow({ ...at, scrollTop: last });
    expect(there.end).toBe(rowCount);
    expect(scrollToRow(0, { ...at, scrollTop: last })).toBe(0);
  }
});
