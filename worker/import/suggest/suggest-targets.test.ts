import { describe, expect, test } from 'vitest';
import type { ColumnTarget } from '../../../shared/import-api.ts';
import type { DataModel } from '../../../shared/profile/data-model.ts';
import { emptyWorkspace } from '../testing/memory-import.ts';
import { suggestColumns } from './suggest-columns.ts';

function suggest(
  table: Readonly<Record<string, readonly string[]>>,
  model: DataModel = emptyWorkspace().model,
) {
  const headers = Object.keys(table);
  const length = Math.max(...Object.values(table).map((cells) => cells.length));
  const rows = Array.from({ length }, (_, row) => headers.map((header) => table[header]?.[row] ?? ''));
  const { plan } = suggestColumns({
    headers,
    rows,
    sample: rows,
    fileName: 'x.csv',
    model,
    timeZone: 'UTC',
    kind: undefined,
  });
  return {
    rows: plan.rows,
    targets: Object.fromEntries(plan.columns.map(({ header, target }) => [header, target])),
  };
}
const fresh = (key: string, name: string): ColumnTarget => ({ kind: 'attribute', attribute: { key, name } });

describe('the key', () => {
  test('is a number of a person, never any identifier', () => {
    for (const header of [
      'profile_id',
      'CustomerKey',
      'Customer ID',
      'kundnr',
      'contact_id',
      'UserId',
      'member no',
    ]) {
      expect(suggest({ [header]: ['1', '2'], store_id: ['7', '7'] }).targets).toEqual({
        [header]: { kind: 'key', keyspace: 'crm-id' },
        store_id: fresh('store_id', 'Store id'),
      });
    }
    expect(
      suggest({ customer_country_code: ['no'], email: ['a@x.org'] }).targets['customer_country_code'],
    ).toEqual(fresh('customer_country_code', 'Customer country code'));
  });

  test('is a bare id where it is different in every row', () => {
    expect(suggest({ ID: ['0', '1'] }).targets['ID']).toEqual({ kind: 'key', keyspace: 'crm-id' });
    expect(suggest({ ID: ['1', '1'] }).targets['ID']).toEqual(fresh('id', 'ID'));
  });

  test('is a second number of the person in its own keyspace, an address only for want of a number', () => {
    expect(suggest({ customer_id: ['1'], shop_customer_id: ['9'], email: ['a@x.org'] }).targets).toEqual({
      customer_id: { kind: 'key', keyspace: 'crm-id' },
      shop_customer_id: { kind: 'key', keyspace: 'shop-customer-id' },
      email: { kind: 'attribute', attribute: 'email' },
    });
    expect(suggest({ name: ['Ann'], 'E-mail address': ['a@x.org'] }).targets['E-mail address']).toEqual({
      kind: 'key',
      keyspace: 'email',
    });
    expect(suggest({ visitor_id: ['1'] }).targets['visitor_id']).toEqual({ kind: 'key', keyspace: 'cookie' });
  });
});

describe('default attributes', () => {
  test('are known by their usual names', () => {
    expect(
      suggest({
        id: ['1'],
        'First Name': ['A'],
        Nachname: ['B'],
        mobile: ['+47 1'],
        DOB: ['1990-01-01'],
        EMAIL: ['a@x.org'],
      }).targets,
    ).toEqual({
      id: { kind: 'key', keyspace: 'crm-id' },
      'First Name': { kind: 'attribute', attribute: 'first_name' },
      Nachname: { kind: 'attribute', attribute: 'last_name' },
      mobile: { kind: 'attribute', attribute: 'phone' },
      DOB: { kind: 'attribute', attribute: 'birth_date' },
      EMAIL: { kind: 'attribute', attribute: 'email' },
    });
  });

  test('are filled by one column only', () => {
    expect(
      suggest({ id: ['1'], email: ['a@x.org'], 'Work email': ['b@x.org'] }).targets['Work email'],
    ).toEqual(fresh('work_email', 'Work email'));
  });
});

describe('consents', () => {
  test('are columns named after permission whose cells say yes, no or a state', () => {
    const { targets } = suggest({
      customer_id: ['1', '2'],
      newsletter: ['yes', 'no'],
      sms_opt_in: ['1', '0'],
      do_not_mail: ['Y', 'N'],
      consent_date: ['2020-01-01', ''],
      subscribed: ['true', 'false'],
    });
    expect(targets).toMatchObject({
      newsletter: { kind: 'consent', topic: { name: 'Newsletter' }, channel: 'email' },
      sms_opt_in: { kind: 'consent', topic: { name: 'SMS marketing' }, channel: 'sms' },
      do_not_mail: { kind: 'consent', channel: 'email', yesMeans: 'opted-out' },
      consent_date: { kind: 'attribute' },
      subscribed: { kind: 'attribute' },
    });
  });
});

describe('events', () => {
  test('are rows with a time and a type, or an id of their own', () => {
    const time = ['2025-01-01T10:00:00Z', '2025-01-02T10:00:00Z'];
    expect(
      suggest({ event_id: ['a', 'b'], profile_id: ['1', '2'], type: ['x', 'y'], time, price: ['1', '2'] }),
    ).toEqual({
      rows: 'events',
      targets: {
        event_id: { kind: 'event-id' },
        profile_id: { kind: 'key', keyspace: 'crm-id' },
        type: { kind: 'event-type' },
        time: { kind: 'event-time' },
        price: { kind: 'property', property: { key: 'price', name: 'Price' } },
      },
    });
  });

  test('are rows with a time that name a person twice', () => {
    const OrderDate = ['2025-01-01', '2025-01-02'];
    expect(suggest({ OrderDate, CustomerID: ['1', '1'] }).rows).toBe('events');
    expect(suggest({ OrderDate, CustomerID: ['1', '2'] }).rows).toBe('profiles');
    expect(suggest({ created_at: OrderDate, CustomerID: ['1', '1'] }).rows).toBe('profiles');
  });
});

describe('what is defined already', () => {
  test('is found by key or name, and keeps its type', () => {
    const { model } = emptyWorkspace();
    const known = {
      ...model,
      attributes: [
        ...model.attributes,
        { id: 'x1' as never, key: 'points', name: 'Bonus points', type: 'text' as const, archived: false },
      ],
    };
    const headers = ['customer_id', 'BONUS POINTS'];
    const rows = [['1', '5']];
    const { plan } = suggestColumns({
      headers,
      rows,
      sample: rows,
      fileName: 'x.csv',
      model: known,
      timeZone: 'UTC',
      kind: undefined,
    });
    expect(plan.columns[1]).toMatchObject({
      target: { kind: 'attribute', attribute: 'x1' },
      reading: { type: 'text' },
    });
  });

  test('takes one column: the next of that name is new', () => {
    const headers = ['customer_id', 'city', 'City', 'CITY'];
    const rows = [['1', 'a', 'b', 'c']];
    const { plan } = suggestColumns({
      headers,
      rows,
      sample: rows,
      fileName: 'x.csv',
      ...emptyContext(),
      kind: undefined,
    });
    expect(plan.columns.slice(1).map(({ target }) => target)).toMatchObject([
      { attribute: { key: 'city' } },
      { attribute: { key: 'city_2' } },
      { attribute: { key: 'city_3' } },
    ]);
  });
});

function emptyContext() {
  return { model: emptyWorkspace().model, timeZone: 'UTC' };
}
