import { describe, expect, test } from 'vitest';
import { type ChangedByHand, inspectFile } from './inspect-file.ts';
import { encodeText } from './testing/encode-text.ts';
import { gzip } from './testing/gzip.ts';
import { emptyWorkspace } from './testing/memory-import.ts';

const context = { model: emptyWorkspace().model, timeZone: 'Europe/Berlin' };

async function inspect(content: BlobPart, changed?: ChangedByHand) {
  const inspected = await inspectFile(new File([content], 'x.csv'), context, changed);
  if (!inspected.ok) throw new Error(JSON.stringify(inspected.error));
  return inspected.value;
}
async function errorOf(content: BlobPart) {
  const inspected = await inspectFile(new File([content], 'x.csv'), context);
  return inspected.ok ? undefined : inspected.error;
}

describe('the encoding', () => {
  test('is told by its mark, or by what the bytes can only be', async () => {
    const text = 'id;Straße\n1;Åsa\n';
    expect((await inspect(encodeText(text, 'utf-8', false))).plan.encoding).toBe('utf-8');
    expect((await inspect(encodeText(text, 'utf-8', true))).plan).toMatchObject({
      encoding: 'utf-8',
      columns: [{ header: 'id' }, { header: 'Straße' }],
    });
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const { plan, preview } = await inspect(encodeText(text, encoding, true));
      expect([plan.encoding, plan.delimiter, preview]).toEqual([encoding, ';', [['1', 'Åsa']]]);
    }
    const windows = await inspect(encodeText(text, 'windows-1252', false));
    expect([windows.plan.encoding, windows.preview]).toEqual(['windows-1252', [['1', 'Åsa']]]);
  });

  test('is Windows-1252 also when the first accent stands after megabytes of ASCII', async () => {
    const ascii = encodeText(`id,city\n${'1,Oslo\n'.repeat(1_000_000)}`, 'utf-8', false);
    const { plan } = await inspect(new Blob([ascii, encodeText('2,Tromsø\n', 'windows-1252', false)]));
    expect(plan.encoding).toBe('windows-1252');
  });

  test('can be set by hand', async () => {
    const bytes = encodeText('id,city\n1,Tromsø\n', 'utf-8', false);
    expect((await inspect(bytes, { encoding: 'windows-1252' })).preview).toEqual([['1', 'TromsÃ¸']]);
  });
});

describe('the separator and the quotes', () => {
  test('are those under which the rows have one width', async () => {
    const cases = [
      ['a;b;c\n1,5;2,5;3,5\n', ';'],
      ['a,b\n"x;y;z",1\n"x;y;z",2\n', ','],
      ['a\tb\n1\t2\n', '\t'],
      ['a|b\n1|2\n', '|'],
      ['a,b|c\n1,x|y\n', ','],
      ['alone\n1\n2\n', ','],
      ['name;note\nA;"one; two"\nB;"three, four, five"\n', ';'],
    ] as const;
    for (const [text, delimiter] of cases)
      expect([text, (await inspect(text)).plan.delimiter]).toEqual([text, delimiter]);
  });

  test('may be single quotes', async () => {
    expect((await inspect("a,b\n'x,y',1\n")).plan.quote).toBe("'");
    expect((await inspect(`a,b\n"it's 'so', yes",1\n`)).plan.quote).toBe('"');
  });
});

describe('the header', () => {
  test('is a first row without numbers, dates and addresses', async () => {
    expect((await inspect('name,city\nAnn,Oslo\n')).plan.hasHeader).toBe(true);
    const headless = await inspect('1,Ann,2020-01-01\n2,Bo,2020-01-02\n');
    expect(headless.plan.hasHeader).toBe(false);
    expect(headless.plan.columns.map(({ header }) => header)).toEqual(['Column 1', 'Column 2', 'Column 3']);
    expect(headless.preview).toHaveLength(2);
  });

  test('gives every column a name of its own', async () => {
    const { plan } = await inspect('name,,name\nA,B,C\n');
    expect(plan.columns.map(({ header }) => header)).toEqual(['name', 'Column 2', 'name (2)']);
  });
});

describe('what was found', () => {
  test('comes with samples, gaps, and what the suggested type cannot take', async () => {
    const rows = Array.from(
      { length: 100 },
      (_, index) => `${index},2020-01-${String((index % 28) + 1).padStart(2, '0')}`,
    );
    const { columns, sampledRows } = await inspect(`id,joined\n${rows.join('\n')}\n100,2020-02-31\n101,\n`);
    expect(sampledRows).toBe(102);
    expect(columns[1]).toMatchObject({
      header: 'joined',
      emptyCount: 1,
      unreadable: ['2020-02-31'],
      asks: [],
    });
    expect(columns[1]?.samples).toHaveLength(5);
  });

  test('is the same in a packed file', async () => {
    const inspected = await inspect(await gzip('id,city\n1,Oslo\n'));
    expect(inspected).toMatchObject({ gzip: true, preview: [['1', 'Oslo']] });
  });
});

describe('what is no table', () => {
  test('says what it is and what to do', async () => {
    expect(await errorOf('')).toEqual({ kind: 'file-empty' });
    expect(await errorOf('\n\n')).toEqual({ kind: 'file-empty' });
    expect(await errorOf(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0))).toMatchObject({ kind: 'not-a-table' });
    expect(await errorOf(Uint8Array.of(1, 2, 0, 3))).toMatchObject({ kind: 'not-a-table' });
    const packed = await gzip('id,city\n1,Oslo\n');
    expect(await errorOf(packed.slice(0, 20))).toMatchObject({
      kind: 'file-unreadable',
      message: 'The packed file (gzip) is damaged or cut off.',
    });
  });
});
