import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePage, encodePage, type Page } from './page.ts';
import { pageName } from './page-name.ts';

const pages: fc.Arbitrary<Page> = fc.record({
  part: fc.nat(0xffffffff),
  first: fc.nat(0xffffffff),
  rows: fc.nat(0xffffffff),
  detail: fc.nat(0xffffffff),
  sections: fc.array(
    fc.oneof(
      fc.uint8Array(),
      fc.uint16Array(),
      fc.int16Array(),
      fc.int32Array(),
      fc.uint32Array(),
      fc.float64Array({ noNaN: true }),
    ),
    { maxLength: 4 },
  ),
});

test('a page reads as it was written', () => {
  fc.assert(
    fc.property(pages, (page) => {
      expect(decodePage(encodePage(page))).toEqual({ ok: true, value: page });
    }),
  );
});

test('any changed byte changes the name of a page', () => {
  fc.assert(
    fc.property(pages, fc.nat(), fc.integer({ min: 1, max: 255 }), (page, at, change) => {
      const content = encodePage(page);
      const name = pageName(content);
      const bytes = new Uint8Array(content);
      const index = at % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ change;
      expect(pageName(content)).not.toBe(name);
      expect(name).toMatch(/^[0-9a-f]{32}$/);
    }),
  );
});

test('a damaged page is an error that says so, never an exception', () => {
  fc.assert(
    fc.property(
      pages,
      fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { maxLength: 4 }),
      fc.nat(),
      (page, changes, cut) => {
        const bytes = new Uint8Array(encodePage(page));
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        decodePage(bytes.buffer);
        const short = decodePage(bytes.slice(0, cut % bytes.length).buffer);
        expect(short.ok).toBe(false);
      },
    ),
    { numRuns: 1000 },
  );
});

test('[SYN-20] the layout of pages stays readable: these bytes are a page for ever', () => {
  const content = encodePage({
    part: 32,
    first: 0,
    rows: 3,
    detail: 2,
    sections: [Uint8Array.of(1, 2, 3), new Uint32Array(0)],
  });
  expect(Array.from(new Uint8Array(content), (byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(
    '53686f6c0100000020000000000000000300000002000000020000003800000000000000030000000400000000000000' +
      '0102030000000000',
  );
  expect(pageName(content)).toBe(pageName(content.slice(0)));
});
