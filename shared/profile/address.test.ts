import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isValidAddress, normalizeKey } from './address.ts';

test.each([
  'ada@example.com',
  "o'brien+tag@mail.example.co.uk",
  'åsa.öberg@exämple.se',
  'a@b.io',
  'x_y@1and1.de',
])('[SEG-42] %s can be written to', (address) => {
  expect(isValidAddress('email', address)).toBe(true);
});

test.each([
  '',
  'ada',
  '@example.com',
  'ada@',
  'ada@example',
  'ada@example.c om',
  'ada@@example.com',
  'a da@example.com',
  '.ada@example.com',
  'ada.@example.com',
  'a..da@example.com',
  'ada@-example.com',
  'ada@example-.com',
  'ada@.com',
  'ada@192.168.1.1',
  'Ada <ada@example.com>',
  'ada@example.com,bo@example.com',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b'.repeat(64)}.com`,
])('[SEG-42] %s is no e-mail address', (address) => {
  expect(isValidAddress('email', address)).toBe(false);
});

test.each(['+46 70 123 45 67', '0701234567', '(555) 123-4567', '+1.555.123.4567', '070/123 45 67'])(
  '[SEG-42] %s can be called',
  (number) => {
    expect(isValidAddress('sms', number)).toBe(true);
  },
);

test.each([
  '',
  '12345',
  '+',
  'call me',
  '+46 70 123 45 67 ext 5',
  '1234567890123456',
  '++46701234567',
  '0701234567 ',
])('[SEG-42] "%s" is no number to call', (number) => {
  expect(isValidAddress('sms', number)).toBe(false);
});

test('[SEG-42] what is not text is no address', () => {
  expect(
    [undefined, 701234567, true, ['ada@example.com']].map((value) => isValidAddress('email', value)),
  ).toEqual([false, false, false, false]);
});

test('however long, a text is judged at once', () => {
  fc.assert(
    fc.property(fc.constantFrom('a', 'a.', 'a-', '@', '1', '(1', '1 '), (part) => {
      for (const channel of ['email', 'sms'] as const)
        expect(isValidAddress(channel, part.repeat(50_000))).toBe(false);
    }),
    { numRuns: 20 },
  );
});

test('[SEG-7] keys are never folded, apart from e-mail keys; all are trimmed', () => {
  expect(normalizeKey('email', ' ADA@Example.COM ')).toBe('ada@example.com');
  expect(normalizeKey('crm-id', ' AbC-007 ')).toBe('AbC-007');
  expect(normalizeKey('phone', '+46 70')).toBe('+46 70');
});
