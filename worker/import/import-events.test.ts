import { describe, expect, test } from 'vitest';
import type { ImportPlan } from '../../shared/import-api.ts';
import { MemoryImporter } from './testing/memory-import.ts';

const withProof = (plan: ImportPlan): ImportPlan => ({
  ...plan,
  consentProof: 'Sign-up form of the fair, May 2025',
});

describe('events', () => {
  const EVENTS =
    'customer_id,type,time,amount\n1,buy,2025-01-01T10:00:00Z,0.10\n1,buy,2025-01-01T10:00:00Z,0.10\n2,view,2025-01-02T10:00:00Z,\n';

  test('of an unknown key make its profile', async () => {
    const shop = new MemoryImporter();
    expect(await shop.import(EVENTS)).toMatchObject({ rows: 'events', createdProfiles: 2, addedEvents: 3 });
    expect(shop.describe()).toMatchObject({
      'crm-id:1': { events: [{ type: 'buy', at: '2025-01-01T10:00:00.000Z', amount: 0.1 }, { type: 'buy' }] },
      'crm-id:2': { events: [{ type: 'view', at: '2025-01-02T10:00:00.000Z' }] },
    });
  });

  test('that are equal stay two; the same file again adds none, one more of them adds one', async () => {
    const shop = new MemoryImporter();
    await shop.import(EVENTS);
    const before = shop.describe();
    expect(await shop.import(EVENTS)).toMatchObject({ addedEvents: 0, createdProfiles: 0, unchangedRows: 3 });
    expect(shop.describe()).toEqual(before);
    expect(await shop.import(`${EVENTS}1,buy,2025-01-01T10:00:00Z,0.10\n`)).toMatchObject({ addedEvents: 1 });
  });

  test('are the same with the columns in another order', async () => {
    const shop = new MemoryImporter();
    await shop.import(EVENTS);
    const turned = EVENTS.split('\n')
      .map((line) => line.split(',').reverse().join(','))
      .join('\n');
    expect(await shop.import(turned)).toMatchObject({ addedEvents: 0, unchangedRows: 3 });
  });

  test('are the same when another word means no value, or a column is read as another type', async () => {
    const shop = new MemoryImporter();
    await shop.import(EVENTS);
    const summary = await shop.import(EVENTS, (plan) => ({
      ...plan,
      columns: plan.columns.map((column) => ({
        ...column,
        reading: { ...column.reading, noValueWords: ['0.10'], dateOrder: 'month-first' },
      })),
    }));
    expect(summary).toMatchObject({ addedEvents: 0, unchangedRows: 3 });
  });

  test('[SEG-13] with an id that was seen are dropped, in one file and over files', async () => {
    const shop = new MemoryImporter();
    const header = 'event_id,customer_id,type,time,amount\n';
    const summary = await shop.import(
      `${header}a,1,buy,2025-01-01T10:00:00Z,1\na,1,view,2025-01-01T10:00:00Z,2\n`,
    );
    expect(summary).toMatchObject({ addedEvents: 1, unchangedRows: 1 });
    expect(
      await shop.import(`${header}a,1,buy,2025-01-05T10:00:00Z,9\nb,1,buy,2025-01-01T10:00:00Z,1\n`),
    ).toMatchObject({
      addedEvents: 1,
      unchangedRows: 1,
    });
  });

  test('without a type column are of one type, and apart from those of another', async () => {
    const shop = new MemoryImporter();
    const text = 'event_id,customer_id,time\n7,1,2025-01-01 10:00\n';
    await shop.import(text, undefined, 'orders.csv');
    expect(await shop.import(text, undefined, 'visits.csv')).toMatchObject({ addedEvents: 1 });
    expect(shop.describe()).toMatchObject({
      'crm-id:1': { events: [{ type: 'Orders', at: '2025-01-01T09:00:00.000Z' }, { type: 'Visits' }] },
    });
  });

  test('know which properties their type came with', async () => {
    const shop = new MemoryImporter();
    await shop.import(EVENTS);
    const { eventTypes, properties } = shop.workspace.model;
    const byKey = Object.fromEntries(eventTypes.map((type) => [type.key, type.properties.length]));
    expect(properties.map(({ key }) => key)).toEqual(['amount']);
    expect(byKey).toEqual({ buy: 1, view: 0 });
  });

  test('find a type whose name differs in case only', async () => {
    const shop = new MemoryImporter();
    await shop.import(EVENTS);
    await shop.import('event_id,customer_id,type,time\nz,1,BUY,2025-03-01T10:00:00Z\n');
    expect(shop.workspace.model.eventTypes.map(({ key }) => key)).toEqual(['buy', 'view']);
  });
});

describe('[SYN-9] consents', () => {
  const asConsent =
    (yesMeans?: 'opted-out') =>
    (plan: ImportPlan): ImportPlan => ({
      ...plan,
      columns: plan.columns.map((column) =>
        column.header === 'mail'
          ? {
              ...column,
              target: {
                kind: 'consent',
                topic: { name: 'News' },
                channel: 'email',
                ...(yesMeans && { yesMeans }),
              },
            }
          : column,
      ),
    });

  test('an opt-in without proof fails its row, an opt-out applies', async () => {
    const shop = new MemoryImporter();
    const summary = await shop.import('customer_id,mail\n1,yes\n2,no\n3,\n', asConsent());
    expect(summary).toMatchObject({ createdProfiles: 2, failedRows: 1 });
    expect(shop.describe()).toMatchObject({
      'crm-id:2': { consents: ['News email opted-out'] },
      'crm-id:3': { consents: [] },
    });
  });

  test('a no never becomes a yes, not even in one file; the opt-in is held and counted', async () => {
    const shop = new MemoryImporter();
    await shop.import('customer_id,mail\n1,no\n', asConsent());
    const summary = await shop.import('customer_id,mail\n1,yes\n2,no\n2,yes\n', (plan) =>
      asConsent()(withProof(plan)),
    );
    expect(summary.heldOptIns).toBe(2);
    expect(shop.describe()).toMatchObject({
      'crm-id:1': { consents: ['News email opted-out'] },
      'crm-id:2': { consents: ['News email opted-out'] },
    });
  });

  test('under a name such as do_not_mail a yes is an opt-out, and a no says nothing', async () => {
    const shop = new MemoryImporter();
    await shop.import('customer_id,mail\n1,yes\n2,no\n', asConsent('opted-out'));
    expect(shop.describe()).toMatchObject({
      'crm-id:1': { consents: ['News email opted-out'] },
      'crm-id:2': { consents: [] },
    });
  });
});
