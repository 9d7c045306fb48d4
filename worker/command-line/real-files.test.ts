import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileInspection } from '../../shared/import-api.ts';
import { inspectFile } from '../import/inspect-file.ts';
import { MemoryImporter } from '../import/testing/memory-import.ts';
import { dataPath, hasRealData, NO_REAL_DATA } from './testing/real-data.ts';

async function open(...parts: readonly string[]): Promise<File> {
  const path = dataPath(...parts);
  return new File([new Uint8Array(await readFile(path))], basename(path));
}

async function inspect(file: File): Promise<FileInspection> {
  const inspected = await inspectFile(file, {
    model: new MemoryImporter().workspace.model,
    timeZone: 'Europe/Berlin',
  });
  if (!inspected.ok) throw new Error(JSON.stringify(inspected.error));
  return inspected.value;
}

function typesOf({ plan }: FileInspection): Readonly<Record<string, string>> {
  return Object.fromEntries(plan.columns.map(({ header, reading }) => [header, reading.type]));
}

function columnOf({ columns, plan }: FileInspection, header: string) {
  const index = plan.columns.findIndex((column) => column.header === header);
  return { ...columns[index], ...plan.columns[index] };
}

async function importAll(file: File) {
  const importer = new MemoryImporter();
  const result = await importer.run(file, await importer.plan(file));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return { importer, summary: result.value };
}

const skipped = hasRealData ? '' : ` (${NO_REAL_DATA})`;

describe.skipIf(!hasRealData)(`files as people export them${skipped}`, () => {
  test('latin1-us-dates.csv: Windows-1252, month first, É whole', async () => {
    const file = await open('import-samples', 'latin1-us-dates.csv');
    const found = await inspect(file);
    expect(found).toMatchObject({
      sampledRows: 487,
      plan: { encoding: 'windows-1252', delimiter: ',', hasHeader: true, rows: 'profiles' },
    });
    expect(columnOf(found, 'CustomerKey').target).toEqual({ kind: 'key', keyspace: 'crm-id' });
    expect(columnOf(found, 'BirthDate')).toMatchObject({
      reading: { type: 'date', dateOrder: 'month-first' },
      asks: [],
      unreadable: [],
    });
    expect(columnOf(found, 'AnnualIncome')).toMatchObject({
      reading: { type: 'number', decimal: 'point' },
      asks: [],
      unreadable: [],
    });
    expect(columnOf(found, 'HomeOwner').reading?.type).toBe('yes-no');
    const { importer, summary } = await importAll(file);
    expect(summary).toMatchObject({ rowCount: 487, createdProfiles: 487, failedRows: 0, keptAside: [] });
    expect(importer.describe()['crm-id:11096']?.attributes).toMatchObject({
      first_name: 'ANDRÉS',
      email: 'andrés18@adventure-works.com',
      annual_income: 60_000,
      home_owner: true,
      gender: 'M',
    });
  });

  test('utf8-bom-dollar-amounts.csv: the same people, dollars, NA offered and not applied', async () => {
    const file = await open('import-samples', 'utf8-bom-dollar-amounts.csv');
    const found = await inspect(file);
    expect(found).toMatchObject({
      sampledRows: 487,
      plan: { encoding: 'utf-8', delimiter: ',', hasHeader: true },
    });
    expect(found.plan.columns[0]?.header).toBe('CustomerKey');
    expect(columnOf(found, 'AnnualIncome')).toMatchObject({
      reading: { type: 'number', decimal: 'point' },
      unreadable: [],
    });
    expect(columnOf(found, 'BirthDate')).toMatchObject({
      reading: { type: 'date', dateOrder: 'month-first' },
      unreadable: [],
    });
    expect(columnOf(found, 'Gender')).toMatchObject({
      noValueCandidates: [{ word: 'NA', count: 6 }],
      reading: { noValueWords: [] },
    });
    const { importer, summary } = await importAll(file);
    expect(summary).toMatchObject({ rowCount: 487, createdProfiles: 487, failedRows: 0, keptAside: [] });
    expect(importer.describe()['crm-id:11000']?.attributes).toMatchObject({
      birth_date: -1364,
      annual_income: 90_000,
    });
  });

  test('semicolons-bom.csv: semicolons, a mark, empty incomes, an ID that is 0, yes and no as 1 and 0', async () => {
    const file = await open('import-samples', 'semicolons-bom.csv');
    const found = await inspect(file);
    expect(found.plan).toMatchObject({ encoding: 'utf-8', delimiter: ';', hasHeader: true });
    expect(columnOf(found, 'ID').target).toEqual({ kind: 'key', keyspace: 'crm-id' });
    expect(typesOf(found)).toMatchObject({
      Income: 'number',
      Dt_Customer: 'date',
      Kidhome: 'number',
      Complain: 'yes-no',
      AcceptedCmp3: 'yes-no',
      Z_CostContact: 'number',
      Education: 'text',
    });
    const { importer, summary } = await importAll(file);
    expect(summary).toMatchObject({ rowCount: 2_240, createdProfiles: 2_240, failedRows: 0, keptAside: [] });
    const people = Object.values(importer.describe());
    expect(people.filter(({ attributes }) => attributes['income'] === undefined)).toHaveLength(24);
    expect(people.filter(({ attributes }) => attributes['complain'] === true)).toHaveLength(21);
    expect(importer.describe()['crm-id:0']).toBeDefined();
  });

  test('semicolons-quoted.csv: nobody is named, unknown is offered and no city, -1 is never', async () => {
    const file = await open('import-samples', 'semicolons-quoted.csv');
    const found = await inspect(file);
    expect(found.plan).toMatchObject({ encoding: 'utf-8', delimiter: ';', quote: '"', hasHeader: true });
    expect(typesOf(found)).toMatchObject({
      age: 'number',
      month: 'text',
      default: 'yes-no',
      y: 'yes-no',
      pdays: 'number',
    });
    expect(columnOf(found, 'pdays').noValueCandidates?.map(({ word }) => word)).toEqual(['-1']);
    expect(columnOf(found, 'poutcome').noValueCandidates?.map(({ word }) => word)).toEqual(['unknown']);
    const importer = new MemoryImporter();
    const plan = await importer.plan(file);
    const columns = plan.columns.map((column) => {
      const noValueWords = column.header === 'pdays' ? ['-1'] : ['unknown'];
      return { ...column, reading: { ...column.reading, noValueWords } };
    });
    const result = await importer.run(file, { ...plan, columns });
    expect(result).toMatchObject({
      ok: true,
      value: { rowCount: 4_521, createdProfiles: 4_521, failedRows: 0 },
    });
    const people = Object.values(importer.describe());
    expect(people.some(({ attributes }) => Object.values(attributes).includes('unknown'))).toBe(false);
    expect(people.filter(({ attributes }) => attributes['pdays'] === undefined)).toHaveLength(3_705);
    const again = await importer.run(file, { ...plan, columns });
    expect(again).toMatchObject({ ok: true, value: { createdProfiles: 0, unchangedRows: 4_521 } });
  });
});

describe.skipIf(!hasRealData)(`the data sets${skipped}`, () => {
  const files = [
    ['adventureworks', 'profiles.csv.gz', 'profiles', 18_148],
    ['adventureworks', 'events.csv.gz', 'events', 25_164],
    ['bank', 'profiles.csv.gz', 'profiles', 45_211],
    ['cdnow', 'profiles.csv.gz', 'profiles', 23_570],
    ['customer-personality', 'profiles.csv.gz', 'profiles', 2_240],
    ['online-retail', 'profiles.csv.gz', 'profiles', 4_372],
    ['otto-sample', 'events.csv.gz', 'events', 862],
    ['rees46-web', 'events.csv.gz', 'events', 17_434],
  ] as const;
  test.each(files)(
    '%s/%s goes in as suggested, all rows of it',
    async (folder, name, rows, rowCount) => {
      const { summary } = await importAll(await open(folder, name));
      expect(summary).toMatchObject({
        rows,
        rowCount,
        failedRows: 0,
        keptAside: [],
        ...(rows === 'events' ? { addedEvents: rowCount } : { createdProfiles: rowCount }),
      });
    },
    60_000,
  );

  test('online-retail/lines.csv.gz: 406,829 lines, and a second time nothing', async () => {
    const file = await open('online-retail', 'lines.csv.gz');
    const { importer, summary } = await importAll(file);
    expect(summary).toMatchObject({
      rowCount: 406_829,
      addedEvents: 406_829,
      createdProfiles: 4_372,
      failedRows: 0,
    });
    const again = await importer.run(file, await importer.plan(file));
    expect(again).toMatchObject({
      ok: true,
      value: { addedEvents: 0, createdProfiles: 0, unchangedRows: 406_829 },
    });
  }, 120_000);
});
