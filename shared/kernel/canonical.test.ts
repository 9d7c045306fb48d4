import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

test('the order in which keys were written does not matter', () => {
  expect(canonicalJson({ b: [1, { d: 'é', c: null }], a: true })).toBe(
    '{"a":true,"b":[1,{"c":null,"d":"é"}]}',
  );
});

test('a key of undefined is left out, as JSON does', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test('any plain data reads back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
