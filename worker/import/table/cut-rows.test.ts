import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CutRows, type Dialect, RowCutter } from './cut-rows.ts';

const DIALECT: Dialect = { delimiter: ',', quote: '"', newline: '\n' };

function cut(pieces: readonly string[], maxRowLength?: number): CutRows {
  const cutter = new RowCutter(DIALECT, maxRowLength);
  const all = [...pieces.map((piece) => cutter.push(piece)), cutter.end()];
  return {
    rows: all.flatMap(({ rows }) => rows),
    numbers: all.flatMap(({ numbers }) => numbers),
    broken: all.flatMap(({ broken }) => broken),
  };
}

describe('quotes that do not match', () => {
  test('cost the line they stand in, not the rest of the file', () => {
    const { rows, broken } = cut(['id,name\n1,"Ann\n2,Bo\n3,Cy\n']);
    expect(rows).toEqual([
      ['id', 'name'],
      ['2', 'Bo'],
      ['3', 'Cy'],
    ]);
    expect(broken).toEqual([{ number: 2, text: '1,"Ann' }]);
  });

  test('are not closed by the quotes of a later row', () => {
    const { rows, numbers, broken } = cut(['id,name\n1,"Ann\n2,Bo\n3,"Cy, Jr."\n4,Di\n']);
    expect(rows).toEqual([
      ['id', 'name'],
      ['2', 'Bo'],
      ['3', 'Cy, Jr.'],
      ['4', 'Di'],
    ]);
    expect(numbers).toEqual([1, 3, 4, 5]);
    expect(broken).toEqual([{ number: 2, text: '1,"Ann' }]);
  });

  test('inside one line break that line only', () => {
    const { rows, broken } = cut(['id,name\n1,"5" nail"\n2,Bo\n']);
    expect(rows).toEqual([
      ['id', 'name'],
      ['2', 'Bo'],
    ]);
    expect(broken).toEqual([{ number: 2, text: '1,"5" nail"' }]);
  });

  test('make no rows out of the lines of one broken cell', () => {
    const { rows, broken } = cut(['id,note,city\n1,"a "b" c\nsecond line\nthird",Oslo\n2,x,Bergen\n']);
    expect(rows).toEqual([
      ['id', 'note', 'city'],
      ['2', 'x', 'Bergen'],
    ]);
    expect(broken.map(({ text }) => text)).toEqual(['1,"a "b" c', 'second line', 'third",Oslo']);
  });

  test('never close in a file without end: a row has a greatest length', () => {
    const rest = Array.from({ length: 4_000 }, (_, index) => `${index},Bo\n`).join('');
    const { rows, broken } = cut([`id,name\n1,"Ann\n${rest}`], 1_000);
    expect(rows).toHaveLength(4_001);
    expect(broken).toEqual([{ number: 2, text: '1,"Ann' }]);
  });

  test('a line without end is dropped, and not kept whole', () => {
    const { rows, broken } = cut(
      ['a,b\n', ...Array.from({ length: 100 }, () => 'x'.repeat(100)), '\n1,2\n'],
      500,
    );
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(broken).toEqual([{ number: 2, text: 'x'.repeat(500) }]);
  });
});

test('any text, cut anywhere, gives the rows it gives at once', () => {
  const text = fc
    .array(fc.constantFrom('"', '"', '""', ',', '\n', '\r\n', '\r', ' ', 'a', 'b,c\n', '"d"\n'), {
      maxLength: 60,
    })
    .map((parts) => parts.join(''));
  const cases = fc.record({
    text,
    cuts: fc.array(fc.nat(), { maxLength: 10 }),
    maxRowLength: fc.constantFrom(8, 25, 1_000),
  });
  fc.assert(
    fc.property(cases, ({ text: whole, cuts, maxRowLength }) => {
      const points = [...cuts.map((point) => point % (whole.length + 1)), whole.length].sort((a, b) => a - b);
      const pieces = points.map((point, index) => whole.slice(points[index - 1] ?? 0, point));
      expect(cut(pieces, maxRowLength)).toEqual(cut([whole], maxRowLength));
    }),
    { numRuns: 4_000 },
  );
}, 30_000);
