import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Encoding } from '../../../shared/import-api.ts';
import { encodeText } from '../testing/encode-text.ts';
import { gzip } from '../testing/gzip.ts';
import { type ByteSource, openBytes } from './open-bytes.ts';
import { describeTableError, type TableFormat, TableReader } from './read-table.ts';

const UTF8: TableFormat = { encoding: 'utf-8', delimiter: ',', quote: '"' };

function sourceOf(pieces: readonly Uint8Array[]): ByteSource {
  let next = 0;
  return {
    gzip: false,
    fileBytesRead: 0,
    async read() {
      next += 1;
      return pieces[next - 1] ?? null;
    },
    async close() {},
  };
}

async function readAll(source: ByteSource, format: TableFormat) {
  const table = new TableReader(source, format);
  const rows: (readonly string[])[] = [];
  const numbers: number[] = [];
  for (;;) {
    const next = await table.next();
    if (!next.ok) {
      return {
        error: next.error.kind === 'file-changed' ? 'changed' : describeTableError(next.error),
        rows,
        numbers,
      };
    }
    if (next.value === null) return { rows, numbers };
    rows.push(...next.value.rows);
    numbers.push(...next.value.numbers);
  }
}

function cutAt(bytes: Uint8Array, points: readonly number[]): Uint8Array[] {
  const sorted = [...points.map((point) => point % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return sorted.map((point, index) => bytes.subarray(sorted[index - 1] ?? 0, point));
}

const ENCODINGS: readonly { readonly encoding: Encoding; readonly hasMark: boolean }[] = [
  { encoding: 'utf-8', hasMark: false },
  { encoding: 'utf-8', hasMark: true },
  { encoding: 'utf-16le', hasMark: true },
  { encoding: 'utf-16be', hasMark: true },
  { encoding: 'windows-1252', hasMark: false },
];
const AWKWARD = ['"', '""', ',', ';', '\t', '\n', '\r\n', ' ', 'a', '0', 'É', 'ü', '€', '’', '='];
const BEYOND_WINDOWS = ['😀', 'Ж', '漢', '👩‍👩‍👧', 'e\u0301'];

function tables(encoding: Encoding, delimiter: string) {
  const signs = encoding === 'windows-1252' ? AWKWARD : [...AWKWARD, ...BEYOND_WINDOWS];
  const cell = fc
    .array(fc.constantFrom(...signs), { maxLength: 6 })
    .map((parts) => parts.join(''))
    // A last line break of a cell is no content: values are trimmed when they are written.
    .filter((text) => !/[\r\n]$/.test(text));
  const row = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
    );
  return row.map((rows) => ({ rows, delimiter }));
}

function write(
  rows: readonly (readonly string[])[],
  delimiter: string,
  lineEnd: string,
  endsWithLine: boolean,
): string {
  const needsQuotes = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) || text.startsWith(' ');
  const lines = rows.map((row) =>
    row.map((text) => (needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(delimiter),
  );
  return lines.join(lineEnd) + (endsWithLine ? lineEnd : '');
}

describe('a table read in pieces', () => {
  for (const { encoding, hasMark } of ENCODINGS) {
    test(`has the rows that were written: ${encoding}${hasMark ? ' with a mark' : ''}, any cuts`, async () => {
      const cases = fc.constantFrom(',', ';', '\t', '|').chain((delimiter) =>
        fc.record({
          table: tables(encoding, delimiter),
          lineEnd: fc.constantFrom('\n', '\r\n'),
          endsWithLine: fc.boolean(),
          cuts: fc.array(fc.nat(), { maxLength: 12 }),
        }),
      );
      await fc.assert(
        fc.asyncProperty(cases, async ({ table: { rows, delimiter }, lineEnd, endsWithLine, cuts }) => {
          const bytes = encodeText(write(rows, delimiter, lineEnd, endsWithLine), encoding, hasMark);
          const read = await readAll(sourceOf(cutAt(bytes, cuts)), { encoding, delimiter, quote: '"' });
          expect(read).toEqual({ rows, numbers: rows.map((_, index) => index + 1) });
        }),
        { numRuns: 800 },
      );
    }, 30_000);
  }

  test('is read byte by byte as at once', async () => {
    const bytes = encodeText('name;city\r\n"Zoë ""Z""";"Malmö\r\nSkåne"\r\n😀;\r\n', 'utf-8', true);
    const expected = [
      ['name', 'city'],
      ['Zoë "Z"', 'Malmö\r\nSkåne'],
      ['😀', ''],
    ];
    const format = { ...UTF8, delimiter: ';' };
    expect((await readAll(sourceOf([...bytes].map((byte) => Uint8Array.of(byte))), format)).rows).toEqual(
      expected,
    );
    expect((await readAll(sourceOf([bytes]), format)).rows).toEqual(expected);
  });

  test('of an old Mac ends its rows with a lone CR', async () => {
    const read = await readAll(sourceOf([encodeText('a,b\r1,2\r', 'utf-8', false)]), UTF8);
    expect(read.rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('skips the line in which Excel says how cells are set apart', async () => {
    const bytes = encodeText('sep=;\r\na;b\r\n1;2\r\n', 'utf-8', false);
    for (const pieces of [[bytes], [...bytes].map((byte) => Uint8Array.of(byte))]) {
      expect((await readAll(sourceOf(pieces), { ...UTF8, delimiter: ';' })).rows).toEqual([
        ['a', 'b'],
        ['1', '2'],
      ]);
    }
  });

  test('leaves blank lines out, and counts them as a spreadsheet does', async () => {
    const read = await readAll(sourceOf([encodeText('a,b\n\n1,2\n \n3,4\n\n', 'utf-8', false)]), UTF8);
    expect(read).toEqual({
      rows: [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
      numbers: [1, 3, 5],
    });
  });
});

describe('a byte that is no text', () => {
  test('is noticed and named, however late it comes', async () => {
    const good = encodeText('name\n'.repeat(30_000), 'utf-8', false);
    const bytes = new Uint8Array([...good, 0x5a, 0xe9, 0x0a]);
    const { error, rows } = await readAll(sourceOf(cutAt(bytes, [65_536, 131_072])), UTF8);
    expect(rows.length).toBeGreaterThan(20_000);
    expect(error).toContain('Byte 150002, soon after row ');
    expect(error).toContain('UTF-8');
  });

  test('is found where it stands, also beside a cut', async () => {
    const bytes = new Uint8Array([...encodeText('aé,😀\n', 'utf-8', false), 0xf0, 0x9f, 0x41]);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const { error } = await readAll(sourceOf(cutAt(bytes, [cut])), UTF8);
      expect(error).toContain('Byte 10');
    }
  });

  test('at the very end is a character cut off', async () => {
    const { error } = await readAll(sourceOf([new Uint8Array([0x61, 0x0a, 0xc3])]), UTF8);
    expect(error).toContain('Byte 3');
  });

  test('cannot be in Windows-1252, whose signs are those of Windows', async () => {
    const read = await readAll(sourceOf([new Uint8Array([0x80, 0x2c, 0xc9, 0x0a])]), {
      ...UTF8,
      encoding: 'windows-1252',
    });
    expect(read.rows).toEqual([['€', 'É']]);
  });
});

describe('a packed file', () => {
  test('is unpacked by its content, whatever its name', async () => {
    const source = await openBytes(new File([await gzip('a,b\n1,é\n')], 'plain.csv'));
    expect(source.gzip).toBe(true);
    expect((await readAll(source, UTF8)).rows).toEqual([
      ['a', 'b'],
      ['1', 'é'],
    ]);
  });

  test('that is cut off says so', async () => {
    const packed = await gzip(
      'a,b\n'.repeat(5_000) + Array.from({ length: 2000 }, (_, index) => `${index * 7919}`).join('\n'),
    );
    const source = await openBytes(new File([packed.slice(0, packed.length / 2)], 'x.csv.gz'));
    expect((await readAll(source, UTF8)).error).toBe('The packed file (gzip) is damaged or cut off.');
  });
});
