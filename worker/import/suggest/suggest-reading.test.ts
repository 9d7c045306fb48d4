import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_DIGITS } from '../../../shared/kernel/decimal.ts';
import { sampleColumn } from './sample-values.ts';
import { suggestReading } from './suggest-reading.ts';

function suggest(header: string, cells: readonly string[]) {
  const rows = cells.map((cell) => [cell]);
  return suggestReading(sampleColumn(header, 0, { rows, sample: rows }));
}
const readingOf = (header: string, cells: readonly string[]) => suggest(header, cells).reading;
const repeated = (cells: readonly string[]) => Array.from({ length: 20 }, () => cells).flat();

describe('text', () => {
  test('is what has a value with a leading zero, or with too many digits', () => {
    expect(readingOf('x', ['42', '00042']).type).toBe('text');
    expect(readingOf('x', ['1', '9007199254740993']).type).toBe('text');
    expect(suggest('x', ['42', '00042']).reason).toContain('00042');
  });

  test('a zero, and a fraction below one, are no leading zeros', () => {
    expect(readingOf('x', ['0', '0.5', '-0.25', '12']).type).toBe('number');
  });

  test('no digits with a leading zero or more than 15 of them ever become a number', () => {
    const digits = fc.stringMatching(/^\d{1,20}$/);
    fc.assert(
      fc.property(fc.array(digits, { minLength: 1, maxLength: 30 }), (cells) => {
        const isRisky = cells.some((cell) => /^0\d/.test(cell) || cell.length > MAX_DIGITS);
        const { type } = readingOf('x', cells);
        if (isRisky) expect(type).not.toBe('number');
        if (isRisky) expect(type).not.toBe('yes-no');
      }),
      { numRuns: 500 },
    );
  });

  test('is what its name calls an identifier', () => {
    for (const header of [
      'order_id',
      'InvoiceNo',
      'SKU',
      'session',
      'Zip',
      'zip_code',
      'Postal Code',
      'Phone',
      'mobile number',
      'CustomerKey',
      'IBAN',
      'PLZ',
    ]) {
      expect([header, readingOf(header, ['123', '456']).type]).toEqual([header, 'text']);
    }
    for (const header of [
      'amount',
      'Notebooks',
      'phones_sold',
      'keyboards',
      'number_of_children',
      'ideal_weight',
    ]) {
      expect([header, readingOf(header, ['123', '456']).type]).toEqual([header, 'number']);
    }
  });

  test('is what mixes numbers and codes', () => {
    expect(readingOf('x', [...repeated(['123']), 'C536379']).type).toBe('text');
  });
});

describe('numbers', () => {
  test('have the decimal sign that the values can only have', () => {
    expect(readingOf('x', ['1,5', '12', '1.234,50'])).toMatchObject({ type: 'number', decimal: 'comma' });
    expect(readingOf('x', ['1.5', '12', '1,234.50'])).toMatchObject({ type: 'number', decimal: 'point' });
    expect(suggest('x', ['1.5', '2,5', '3.5']).asks).toEqual(['decimal']);
  });

  test('with three digits after each sign are thousands, and asked about unless the currency says it', () => {
    expect(suggest('x', ['90,000', '1,200'])).toMatchObject({
      reading: { type: 'number', decimal: 'point' },
      asks: ['decimal'],
    });
    expect(suggest('x', ['90.000', '1.200'])).toMatchObject({
      reading: { type: 'number', decimal: 'comma' },
      asks: ['decimal'],
    });
    expect(suggest('x', ['$90,000 ', '$1,200 '])).toMatchObject({
      reading: { type: 'number', decimal: 'point' },
      asks: [],
    });
  });

  test('may have currencies before or after, and a few typing slips', () => {
    expect(readingOf('x', ['12,50 €', '€ 3', '1 000,00 €']).type).toBe('number');
    expect(readingOf('x', [...repeated(['12', '13', '14', '15', '16']), 'abc']).type).toBe('number');
    expect(readingOf('x', ['12', 'abc']).type).toBe('text');
  });
});

describe('yes and no', () => {
  test('are words for it, one kind or several', () => {
    for (const cells of [
      ['true', 'FALSE'],
      ['yes', 'no'],
      ['Y', 'N'],
      ['no', 'no'],
    ]) {
      expect(readingOf('x', cells).type).toBe('yes-no');
    }
    expect(readingOf('gender', ['M', 'F']).type).toBe('text');
  });

  test('are 0 and 1 where both are frequent and the name counts nothing', () => {
    expect(readingOf('Complain', repeated(['0', '0', '1'])).type).toBe('yes-no');
    expect(readingOf('is_member', ['0', '1']).type).toBe('yes-no');
    expect(readingOf('children', repeated(['0', '1'])).type).toBe('number');
    expect(readingOf('Complain', ['0', '1']).type).toBe('number');
    expect(readingOf('Complain', repeated(['1'])).type).toBe('number');
    expect(readingOf('Complain', repeated(['0', '1', '2'])).type).toBe('number');
  });
});

describe('dates', () => {
  test('tell the order of day and month where one day is above 12', () => {
    expect(readingOf('x', ['04/08/1966', '5/14/1965'])).toMatchObject({
      type: 'date',
      dateOrder: 'month-first',
    });
    expect(readingOf('x', ['04/08/1966', '14/5/1965'])).toMatchObject({
      type: 'date',
      dateOrder: 'day-first',
    });
    expect(readingOf('x', ['14.05.1965'])).toMatchObject({ type: 'date', dateOrder: 'day-first' });
    expect(suggest('x', ['04/08/1966', '5/11/1965'])).toMatchObject({
      reading: { type: 'date' },
      asks: ['date-order'],
    });
  });

  test('are known year first, with month names, and beside a few that do not exist', () => {
    expect(suggest('x', ['2012-09-04', '2013/01/31'])).toMatchObject({
      reading: { type: 'date', dateOrder: 'year-first' },
      asks: [],
    });
    expect(readingOf('x', ['14 May 1965', 'Oct 3, 2020', '1-feb-1999']).type).toBe('date');
    expect(readingOf('x', [...repeated(['2012-09-04']), '2013-02-31']).type).toBe('date');
  });

  test('with a time are timestamps, unless it is always midnight', () => {
    expect(readingOf('x', ['2012-09-04T10:00:00Z', '2012-09-05 11:30']).type).toBe('timestamp');
    expect(readingOf('x', ['04/13/2019 3:04 PM'])).toMatchObject({
      type: 'timestamp',
      dateOrder: 'month-first',
    });
    expect(readingOf('x', ['2012-09-04 00:00:00', '2012-09-05 00:00:00']).type).toBe('date');
  });

  test('say what they make of years of two digits', () => {
    expect(suggest('x', ['14.05.65', '01.02.21'])).toMatchObject({ reading: { type: 'date' } });
    expect(suggest('x', ['14.05.65']).reason).toContain('1969 to 2068');
  });

  test('may be seconds since 1970 under a name of time', () => {
    expect(readingOf('created_at', ['1569888000', '1569888001']).type).toBe('timestamp');
    expect(readingOf('x', ['1569888000', '1569888001']).type).toBe('number');
  });

  test('are no month names alone, no years, no version numbers', () => {
    expect(readingOf('month', ['oct', 'may']).type).toBe('text');
    expect(readingOf('year', ['1965', '2001']).type).toBe('number');
    expect(readingOf('x', ['1.2.3', '2.0.1']).type).toBe('text');
  });
});

describe('lists', () => {
  test('have a bar, or another sign under a name that promises a list', () => {
    expect(readingOf('countries', ['Norway', 'Norway|Iceland'])).toMatchObject({
      type: 'list',
      separator: '|',
    });
    expect(readingOf('interests', ['chess, go', 'tennis'])).toMatchObject({ type: 'list', separator: ',' });
    expect(readingOf('address', ['Main St 1, Oslo']).type).toBe('text');
  });
});

describe('words that may mean no value', () => {
  test('are offered with their count, and do not decide the type', () => {
    expect(suggest('income', ['5', 'NA', '7', 'N/A', 'NA'])).toMatchObject({
      reading: { type: 'number', noValueWords: [] },
      noValueCandidates: [
        { word: 'NA', count: 2 },
        { word: 'N/A', count: 1 },
      ],
    });
    expect(suggest('default', ['yes', 'no', 'unknown']).reading.type).toBe('yes-no');
  });

  test('may be -1 where nothing else is negative', () => {
    expect(suggest('pdays', ['-1', '339', '-1']).noValueCandidates).toEqual([{ word: '-1', count: 2 }]);
    expect(suggest('balance', ['-1', '339', '-20']).noValueCandidates).toEqual([]);
  });
});

test('a column that fills up late is looked at where it does', () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => [index < 29_900 ? '' : `${index}`]);
  const sample = rows.filter((_, index) => index % 300 === 0);
  expect(suggestReading(sampleColumn('days', 0, { rows, sample })).reading.type).toBe('number');
});
