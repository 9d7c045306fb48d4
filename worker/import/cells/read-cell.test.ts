import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnReading } from '../../../shared/import-api.ts';
import { formatDay } from '../../../shared/kernel/calendar.ts';
import { parseDecimal } from '../../../shared/kernel/decimal.ts';
import { formatInstant, parseIsoTime } from '../../../shared/kernel/iso-time.ts';
import { createCellReader, createNoValueTest } from './read-cell.ts';
import { readIsoInstant } from './read-iso-instant.ts';
import { decimalOf, writtenNumber } from './read-number.ts';

const READING: ColumnReading = {
  type: 'text',
  decimal: 'point',
  dateOrder: 'year-first',
  separator: '|',
  noValueWords: [],
};
const read = (text: string, reading: Partial<ColumnReading>) =>
  createCellReader({ ...READING, ...reading }, 'Europe/Berlin')(text);

describe('numbers', () => {
  test('are read with their currency, their thousands and any one sign', () => {
    const cases: readonly (readonly [string, number | undefined, number | undefined])[] = [
      ['$90,000 ', 90_000, 90],
      ['1.234,50 €', undefined, 1234.5],
      ['1,234.50', 1234.5, undefined],
      ['12,34,567.5', 1_234_567.5, undefined],
      ['1’234.50', 1234.5, undefined],
      ['12 345,6', undefined, 12_345.6],
      ['1\u00a0234\u00a0567,89', undefined, 1_234_567.89],
      ['kr. 500', 500, 500],
      ['500 kr', 500, 500],
      ['(12.00)', -12, undefined],
      ['5-', -5, -5],
      ['-$5', -5, -5],
      ['\u22125', -5, -5],
      ['-0', 0, 0],
      ['.5', 0.5, undefined],
      ['1.5e3', 1500, 1500],
    ];
    for (const [text, point, comma] of cases) {
      expect([
        text,
        read(text, { type: 'number' }),
        read(text, { type: 'number', decimal: 'comma' }),
      ]).toEqual([text, point, comma]);
    }
    expect(Object.is(read('-0', { type: 'number' }), 0)).toBe(true);
  });

  test('are none where the groups are wrong, or there is more than a number', () => {
    for (const text of [
      '1,5',
      '1,234,56',
      '12,345,67',
      '1.2.3',
      '1 2',
      '--5',
      '5 6',
      '30%',
      'C5',
      '.',
      '-',
      '$',
      '1e',
      '0x10',
      '١٢',
      '$5 €',
    ]) {
      expect([text, read(text, { type: 'number' })]).toEqual([text, undefined]);
    }
  });

  test('[SEG-9] are the decimals they stand for', () => {
    const decimals = fc.tuple(fc.boolean(), fc.nat(999_999_999), fc.stringMatching(/^\d{0,8}$/));
    fc.assert(
      fc.property(decimals, ([isNegative, whole, fraction]) => {
        const plain = `${isNegative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
        const expected = parseDecimal(plain);
        const value = expected.ok ? expected.value : undefined;
        expect(read(plain, { type: 'number' })).toBe(value);
        const grouped = plain.replace(/\B(?=(?:\d{3})+(?!\d)(?<!\.\d*))/g, ',');
        expect(read(`${grouped} USD`, { type: 'number' })).toBe(value);
        const european = grouped.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ','));
        expect(read(`€ ${european}`, { type: 'number', decimal: 'comma' })).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  test('name their currency, and the decimal sign they can only have', () => {
    expect(writtenNumber('$90,000 ', 'point')).toEqual({ plain: '90000', currency: '$' });
    expect(['1,5', '1.5', '1,500', '15', '1.234.567'].map(decimalOf)).toEqual([
      'comma',
      'point',
      undefined,
      undefined,
      'comma',
    ]);
  });
});

describe('dates and times', () => {
  const day = (text: string, dateOrder: ColumnReading['dateOrder'] = 'day-first') => {
    const value = read(text, { type: 'date', dateOrder });
    return typeof value === 'number' ? formatDay(value) : value;
  };
  const instant = (text: string, dateOrder: ColumnReading['dateOrder'] = 'day-first') => {
    const value = read(text, { type: 'timestamp', dateOrder });
    return typeof value === 'number' ? formatInstant(value) : value;
  };

  test('are read in the order of the column, year first in any', () => {
    expect(day('04/08/1966', 'month-first')).toBe('1966-04-08');
    expect(day('04/08/1966')).toBe('1966-08-04');
    expect(day('5/14/1965')).toBeUndefined();
    expect(day('1.2.2020')).toBe('2020-02-01');
    expect(day('2020-02-29', 'month-first')).toBe('2020-02-29');
    expect(day('2020/3/4')).toBe('2020-03-04');
    expect(day('1/2/2020', 'year-first')).toBeUndefined();
  });

  test('may name their month, in several languages', () => {
    expect(
      ['14 May 1965', 'May 14, 1965', '14-mai-1965', '14. Mai 1965', '14 maj 1965', 'Fri, 14 May 1965'].map(
        (text) => day(text),
      ),
    ).toEqual(Array.from({ length: 6 }, () => '1965-05-14'));
    expect(
      ['3 août 2020', '3 agosto 2020', '3 Juli 2020', '3 juin 2020', '3. März 2020', '3 dic 2020'].map(
        (text) => day(text),
      ),
    ).toEqual(['2020-08-03', '2020-08-03', '2020-07-03', '2020-06-03', '2020-03-03', '2020-12-03']);
  });

  test('must exist', () => {
    for (const text of [
      '29/02/2001',
      '31.04.2020',
      '0/1/2020',
      '1/13/2020',
      '2020-13-01',
      '10:30',
      'oct',
      '12',
      'tomorrow',
    ]) {
      expect([text, day(text)]).toEqual([text, undefined]);
    }
    expect(instant('2020-01-01 24:00')).toBeUndefined();
    expect(instant('1/2/2020 13:00 PM')).toBeUndefined();
  });

  test('of two digits of a year are of 1969 to 2068', () => {
    expect([day('1.2.69'), day('1.2.68')]).toEqual(['1969-02-01', '2068-02-01']);
  });

  test('[SEG-36] as dates may have midnight beside them, and no other time', () => {
    expect(day('2020-03-04 00:00:00')).toBe('2020-03-04');
    expect(day('2020-03-04T10:00:00Z')).toBeUndefined();
  });

  test('are local to the zone, unless they have an offset', () => {
    expect(instant('2020-07-01 10:00')).toBe('2020-07-01T08:00:00Z');
    expect(instant('2020-07-01T10:00:00.123+05:30')).toBe('2020-07-01T04:30:00.123Z');
    expect(instant('1/7/2020 3:04 PM')).toBe('2020-07-01T13:04:00Z');
    expect(instant('12/31/2020 12:00 a.m.', 'month-first')).toBe('2020-12-30T23:00:00Z');
    expect(instant('2020-07-01')).toBe('2020-06-30T22:00:00Z');
    expect(instant('1569888000')).toBe('2019-10-01T00:00:00Z');
    expect(instant('1569888000123')).toBe('2019-10-01T00:00:00.123Z');
  });

  test('by their digits are what the slow way reads', () => {
    const part = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));
    const parts = fc.tuple(
      fc.constantFrom('2019', '2020', '1900', '0000', '20x0'),
      part,
      part,
      part,
      part,
      part,
      fc.constantFrom('', '.123', '.9', '.12x'),
    );
    fc.assert(
      fc.property(parts, ([year, month, date, hour, minute, second, fraction]) => {
        const text = `${year}-${month}-${date}T${hour}:${minute}:${second}${fraction}Z`;
        const slow = parseIsoTime(text);
        const fast = readIsoInstant(text);
        if (fast !== undefined || fraction === '' || fraction === '.123')
          expect(fast).toBe(slow?.kind === 'instant' ? slow.instant : undefined);
      }),
      {
        numRuns: 2_000,
        examples: [
          [['2020', '02', '29', '23', '59', '59', '.123']],
          [['1900', '02', '29', '00', '00', '00', '']],
        ],
      },
    );
  });
});

describe('the rest', () => {
  test('yes and no are words or digits', () => {
    expect(
      ['Yes', 'NO', 'y', 'n', 'TRUE', 'false', '1', '0'].map((text) => read(text, { type: 'yes-no' })),
    ).toEqual([true, false, true, false, true, false, true, false]);
    expect(['2', 'ja', 'on', 'M'].map((text) => read(text, { type: 'yes-no' }))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('lists are their filled parts; nothing but separators is no list', () => {
    expect(read(' a | b||É', { type: 'list' })).toEqual(['a', 'b', 'É']);
    expect(read('a;b', { type: 'list', separator: ';' })).toEqual(['a', 'b']);
    expect(read('||', { type: 'list' })).toBeUndefined();
  });

  test('text is composed, and kept letter by letter', () => {
    expect(read('E\u0301 007 <b>', { type: 'text' })).toBe('É 007 <b>');
  });

  test('words for no value are compared folded', () => {
    const isNoValue = createNoValueTest(['Unknown', '-1']);
    expect(['UNKNOWN', '-1', 'unknown city', '1'].map(isNoValue)).toEqual([true, true, false, false]);
  });
});
