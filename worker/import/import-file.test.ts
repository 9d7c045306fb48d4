import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportPlan } from '../../shared/import-api.ts';
import { DEFAULT_ATTRIBUTES } from '../../shared/profile/data-model.ts';
import { MemoryImporter } from './testing/memory-import.ts';
import { piecewiseFile } from './testing/piecewise-file.ts';

const withProof = (plan: ImportPlan): ImportPlan => ({
  ...plan,
  consentProof: 'Sign-up form of the fair, May 2025',
});

describe('profiles', () => {
  test('come with what the columns hold, each as its type', async () => {
    const shop = new MemoryImporter();
    const summary = await shop.import(
      'customer_id,FirstName,Birth date,Income,Newsletter,VIP,Tags,Zip code\n' +
        '00042,Élodie,1990-02-28,"$90,000 ",yes,Y,a|b,01067\n' +
        '7,,,699.0982,no,N,,\n',
      withProof,
    );
    expect(summary).toMatchObject({ rowCount: 2, createdProfiles: 2, failedRows: 0, addedEvents: 0 });
    expect(shop.describe()).toEqual({
      'crm-id:00042': {
        attributes: { first_name: 'Élodie', birth_date: 7363, income: 90_000, vip: true, zip_code: '01067' },
        tags: ['a', 'b'],
        consents: ['Newsletter email opted-in'],
        events: [],
      },
      'crm-id:7': {
        attributes: { income: 699.0982, vip: false },
        tags: [],
        consents: ['Newsletter email opted-out'],
        events: [],
      },
    });
  });

  test('are found again by their key: an empty cell leaves a value, a filled one replaces it', async () => {
    const shop = new MemoryImporter();
    await shop.import('customer_id,city,points\n1,Oslo,5\n2,Rome,6\n');
    const summary = await shop.import('customer_id,city,points\n1,,7\n3,Bern,\n');
    expect(summary).toMatchObject({ createdProfiles: 1, changedProfiles: 1, unchangedRows: 0 });
    expect(shop.describe()).toMatchObject({
      'crm-id:1': { attributes: { city: 'Oslo', points: 7 } },
      'crm-id:2': { attributes: { city: 'Rome', points: 6 } },
      'crm-id:3': { attributes: { city: 'Bern' } },
    });
  });

  test('that are named by two rows of a file take the later row, cell by cell', async () => {
    const shop = new MemoryImporter();
    const summary = await shop.import('customer_id,city,points\n1,Oslo,5\n1,Rome,\n');
    expect(summary).toMatchObject({ rowCount: 2, createdProfiles: 1 });
    expect(shop.describe()).toMatchObject({ 'crm-id:1': { attributes: { city: 'Rome', points: 5 } } });
  });

  test('[SEG-7] are one person by e-mail, however it is written, and can be written to there', async () => {
    const shop = new MemoryImporter();
    await shop.import('email,city\nAnn@Example.org,Oslo\n');
    const summary = await shop.import('email,city\nann@example.org,Rome\n');
    expect(summary).toMatchObject({ createdProfiles: 0, changedProfiles: 1 });
    expect(shop.describe()).toMatchObject({
      'email:ann@example.org': { attributes: { email: 'ann@example.org', city: 'Rome' } },
    });
  });

  test('without any key are one a row, and the same file twice changes nothing', async () => {
    const shop = new MemoryImporter();
    const text = 'age;job\n30;baker\n30;baker\n41;unknown\n';
    expect(await shop.import(text)).toMatchObject({ createdProfiles: 3 });
    const before = shop.describe();
    expect(await shop.import(text)).toMatchObject({ createdProfiles: 0, unchangedRows: 3 });
    expect(shop.describe()).toEqual(before);
    expect(shop.workspace.population.isKnown(0)).toBe(false);
  });

  test('[SEG-4] keep aside what the type cannot take, and count it; the row applies', async () => {
    const shop = new MemoryImporter();
    await shop.import('customer_id,income\n1,5\n');
    const summary = await shop.import('customer_id,income,city\n1,lots,Oslo\n');
    expect(summary).toMatchObject({ failedRows: 0, keptAside: [{ header: 'income', count: 1 }] });
    expect(shop.describe()).toMatchObject({ 'crm-id:1': { attributes: { income: 5, city: 'Oslo' } } });
  });

  test('take words for no value only where they were chosen', async () => {
    const text = 'customer_id,city\n1,unknown\n2,Oslo\n';
    const untouched = new MemoryImporter();
    await untouched.import(text);
    expect(untouched.describe()).toMatchObject({ 'crm-id:1': { attributes: { city: 'unknown' } } });
    const chosen = new MemoryImporter();
    await chosen.import(text, (plan) => ({
      ...plan,
      columns: plan.columns.map((column) => ({
        ...column,
        reading: { ...column.reading, noValueWords: ['Unknown'] },
      })),
    }));
    expect(chosen.describe()['crm-id:1']?.attributes).toEqual({});
  });
});

describe('[SYN-3] keys', () => {
  test('that name two profiles fail the row, and nothing of it is written', async () => {
    const shop = new MemoryImporter();
    const asKeys = (plan: ImportPlan): ImportPlan => ({
      ...plan,
      columns: plan.columns.map((column) =>
        column.header === 'email' ? { ...column, target: { kind: 'key', keyspace: 'email' } } : column,
      ),
    });
    await shop.import('customer_id,email,city\n1,ann@x.org,Oslo\n2,bo@x.org,Rome\n', asKeys);
    const before = shop.describe();
    const summary = await shop.import('customer_id,email,city\n1,bo@x.org,Bern\n3,ann@x.org,Bern\n', asKeys);
    expect(summary.failuresByReason).toEqual([
      { reason: 'The keys of the row belong to two different profiles.', count: 2 },
    ]);
    expect(shop.describe()).toEqual(before);
  });

  test('that are all empty fail the row', async () => {
    const shop = new MemoryImporter();
    const summary = await shop.import('customer_id,city\n,Oslo\n2,Rome\n\n,\n');
    expect(summary).toMatchObject({ rowCount: 2, createdProfiles: 1, failedRows: 1 });
    expect(summary.failuresByReason[0]?.reason).toContain('“customer_id” is empty');
  });
});

describe('a row is all or nothing', () => {
  test('with an unreadable consent it fails as a whole', async () => {
    const shop = new MemoryImporter();
    await shop.import('customer_id,city,newsletter\n1,Oslo,no\n');
    const before = shop.describe();
    const summary = await shop.import('customer_id,city,newsletter\n1,Rome,perhaps\n', (plan) => ({
      ...withProof(plan),
      columns: plan.columns.map((column) =>
        column.header === 'newsletter'
          ? { ...column, target: { kind: 'consent', topic: { name: 'Newsletter' }, channel: 'email' } }
          : column,
      ),
    }));
    expect(summary).toMatchObject({ failedRows: 1, changedProfiles: 0 });
    expect(shop.describe()).toEqual(before);
  });

  test('with more cells than columns it fails, unless they are empty', async () => {
    const shop = new MemoryImporter();
    const summary = await shop.import('customer_id,city\n1,Oslo,\n2,Rome,x\n3\n');
    expect(summary).toMatchObject({ createdProfiles: 2, failedRows: 1 });
  });

  test('an event with an unreadable property, time or no type fails, its profile is not made', async () => {
    const shop = new MemoryImporter();
    const rows = Array.from(
      { length: 100 },
      (_, index) => `e${index},1,buy,2025-01-01T00:00:00Z,${index}`,
    ).join('\n');
    const summary = await shop.import(
      `event_id,customer_id,type,time,price\n${rows}\nx1,2,buy,2025-01-01T00:00:00Z,free\nx2,3,buy,soon,1\nx3,4,,2025-01-01T00:00:00Z,1\nx4,5,buy,,1\n`,
    );
    expect(summary).toMatchObject({ createdProfiles: 1, addedEvents: 100, failedRows: 4 });
    expect(summary.failuresByReason.map(({ reason }) => reason).sort()).toEqual([
      '“price” cannot be read as a number.',
      '“time” cannot be read as a time.',
      '“time” is empty: an event needs a time.',
      '“type” is empty: an event needs a type.',
    ]);
  });

  test('rows that failed come back as a file, with the reason, and with formulas made harmless', async () => {
    const shop = new MemoryImporter();
    await shop.import('customer_id,city,note\n,"=HYPERLINK(""http://x"")",-5\n2,Rome,"a\n3,"Bern",x\n');
    expect(shop.commit?.outcome.failedRows).toBe(
      '\uFEFFcustomer_id,city,note,Row,Reason\r\n' +
        '"2,Rome,""a",,,3,"A quotation mark is not closed, or not doubled inside quotes."\r\n' +
        ',"\'=HYPERLINK(""http://x"")",-5,2,"No key: “customer_id” is empty, so nobody knows whose row this is."\r\n',
    );
    expect(Object.keys(shop.describe())).toEqual(['crm-id:3']);
  });
});

describe('an import', () => {
  test('that is cancelled leaves nothing', async () => {
    const shop = new MemoryImporter();
    await shop.import('customer_id,city\n1,Oslo\n');
    const before = shop.describe();
    const file = new File(
      [`customer_id,city\n${Array.from({ length: 50_000 }, (_, id) => `${id},Rome\n`).join('')}`],
      'big.csv',
    );
    const plan = await shop.plan(file);
    const cancelling = new AbortController();
    let looks = 0;
    const slow = () => {
      looks += 1;
      if (looks === 60) cancelling.abort();
      return looks * 40;
    };
    expect(await shop.run(file, plan, cancelling.signal, slow)).toEqual({
      ok: false,
      error: { kind: 'cancelled' },
    });
    expect(shop.describe()).toEqual(before);
  });

  test('stops at a late byte that is no text, says where, and leaves nothing', async () => {
    const shop = new MemoryImporter();
    const lines = new TextEncoder().encode(`customer_id,city\n${'1,Oslo\n'.repeat(1_000)}`);
    const plan = await shop.plan(new File([lines], 'good.csv'));
    const bad = new File([lines, Uint8Array.of(0x32, 0x2c, 0xc5, 0x0a)], 'bad.csv');
    const result = await shop.run(bad, plan);
    expect(result).toMatchObject({ ok: false, error: { kind: 'file-unreadable' } });
    expect(result.ok ? '' : JSON.stringify(result.error)).toContain('Byte 7020');
    expect(shop.describe()).toEqual({});
  });

  test('of another file than the one looked at is refused', async () => {
    const shop = new MemoryImporter();
    const plan = await shop.plan(new File(['customer_id,city\n1,Oslo\n'], 'a.csv'));
    const other = new File(['customer_id,country\n1,Norway\n'], 'a.csv');
    expect(await shop.run(other, plan)).toMatchObject({ ok: false, error: { kind: 'plan-refused' } });
  });

  test('that cannot work is refused in words before anything is read', async () => {
    const shop = new MemoryImporter();
    const file = new File(['customer_id,city\n1,Oslo\n'], 'a.csv');
    const plan = await shop.plan(file);
    const messageOf = async (refused: ImportPlan) => {
      const result = await shop.run(file, refused);
      return !result.ok && result.error.kind === 'plan-refused' ? result.error.message : '';
    };
    expect(await messageOf({ ...plan, rows: 'events' })).toContain('when an event happened');
    expect(await messageOf({ ...plan, timeZone: 'Mars/Base' })).toContain('Mars/Base');
    const [key, city] = plan.columns;
    if (key === undefined || city === undefined) throw new Error('two columns');
    expect(await messageOf({ ...plan, columns: [city, { ...city, header: 'town' }] })).toContain(
      '“city” and “town”',
    );
    expect(
      await messageOf({ ...plan, columns: [key, { ...city, target: { kind: 'event-time' } }] }),
    ).toContain('“city”');
  });

  test('of any table twice is the same as once, and the size of its pieces does not matter', async () => {
    const cell = fc.constantFrom(
      '',
      'a',
      'É',
      '"q"',
      'x,y',
      '5',
      '007',
      '-1',
      'NA',
      '2025-01-01',
      'two\nlines',
    );
    const table = fc.array(fc.tuple(fc.constantFrom('1', '2', '03', '3', ''), cell, cell), {
      minLength: 1,
      maxLength: 15,
    });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        async (rows, sizes) => {
          const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
          const text = `customer_id,first,second\n${quoted.join('\n')}\n`;
          const once = new MemoryImporter();
          const plan = await once.plan(new File([text], 'test.csv'));
          await once.run(new File([text], 'test.csv'), plan);
          const expected = once.describe();
          const again = await once.run(new File([text], 'test.csv'), plan);
          expect(once.describe()).toEqual(expected);
          expect(again).toMatchObject({ ok: true, value: { createdProfiles: 0, addedEvents: 0 } });
          const pieces = new MemoryImporter();
          await pieces.run(piecewiseFile(text, sizes), plan);
          expect(pieces.describe()).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);

  test('[SEG-9] keeps cents exact, whatever way they are written', async () => {
    const shop = new MemoryImporter();
    await shop.import('customer_id;a;b;c\n1;0,10;1.234,50;-0,5\n2;699,0982;12.000,00;0,0000005\n');
    expect(shop.describe()).toMatchObject({
      'crm-id:1': { attributes: { a: 0.1, b: 1234.5, c: -0.5 } },
      'crm-id:2': { attributes: { a: 699.0982, b: 12_000, c: 0.000001 } },
    });
  });
});

test('default attributes are those that every workspace has', async () => {
  const shop = new MemoryImporter();
  await shop.import('customer_id,E-Mail,Phone number,Surname,DOB\n1,a@x.org,+47 22 33,Li,1990-01-01\n');
  expect(shop.workspace.model.attributes).toEqual(DEFAULT_ATTRIBUTES);
});
