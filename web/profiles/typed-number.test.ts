import { expect, test } from 'vitest';
import { readTypedNumber } from './typed-number.ts';

const read = (text: string, mark: '.' | ',' = '.') => {
  const typed = readTypedNumber(text, mark);
  return typed.kind === 'number' ? typed.value : typed.kind;
};

test('point and comma are both understood', () => {
  expect(read('1.5')).toBe(1.5);
  expect(read('1,5')).toBe(1.5);
  expect(read('1,234.50')).toBe(1234.5);
  expect(read('1.234,50')).toBe(1234.5);
  expect(read('1 234 567,89')).toBe(1234567.89);
  expect(read("1'234.5")).toBe(1234.5);
  expect(read('1,234,567')).toBe(1234567);
  expect(read('−12')).toBe(-12);
});

test('where a mark could be either, the locale decides', () => {
  expect(read('1,234', '.')).toBe(1234);
  expect(read('1,234', ',')).toBe(1.234);
  expect(read('1.234', ',')).toBe(1234);
  expect(read('0.234', ',')).toBe(0.234);
  expect(read('1.2345', ',')).toBe(1.2345);
});

test('what is no number is said to be none', () => {
  for (const text of ['twelve', '1,2,3', '12,34,567', '1..2', '5 €', '-', '1.2.3,4']) {
    expect(read(text), text).toBe('not-a-number');
  }
  expect(read('  ')).toBe('empty');
});

test('[SEG-9] at most 15 digits and 6 places, rounded half away from zero', () => {
  expect(read('0.1234565')).toBe(0.123457);
  expect(read('-0.1234565')).toBe(-0.123457);
  expect(read('0.1234564999')).toBe(0.123456);
  expect(read('999999999999999')).toBe(999999999999999);
  expect(read('1000000000000000')).toBe('too-long');
  expect(read('123456789012.1235')).toBe(123456789012.124);
  expect(read('-0')).toBe(0);
});
