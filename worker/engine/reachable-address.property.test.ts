import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isValidAddress } from '../../shared/profile/address.ts';
import { isReachableAddress } from './reachable-address.ts';

const pieces = fc.constantFrom(
  'a',
  'B',
  '1',
  '.',
  '..',
  '-',
  '_',
  '+',
  '@',
  '@',
  'x.se',
  'é',
  ' ',
  '42',
  'longer-word',
  '!',
);

test('[SEG-42] an address is reachable exactly when its shape is valid', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), fc.constantFrom('email', 'sms'), (parts, channel) => {
      const text = parts.join('');
      expect(isReachableAddress(channel, text)).toBe(isValidAddress(channel, text));
    }),
    { numRuns: 5000 },
  );
  fc.assert(
    fc.property(fc.emailAddress(), (text) => {
      expect(isReachableAddress('email', text)).toBe(isValidAddress('email', text));
    }),
    { numRuns: 1000 },
  );
});

test('[SEG-42] a part of a domain may be 63 characters long, no more', () => {
  for (const length of [61, 62, 63, 64]) {
    const text = `a@${'b'.repeat(length)}.se`;
    expect(isReachableAddress('email', text)).toBe(isValidAddress('email', text));
  }
});
