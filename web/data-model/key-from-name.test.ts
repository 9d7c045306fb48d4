import { expect, test } from 'vitest';
import { keyFromName } from './key-from-name.ts';

test('a name becomes a plain word', () => {
  expect(keyFromName('Favourite colour', [])).toBe('favourite_colour');
  expect(keyFromName('  Größe (cm)! ', [])).toBe('grosse_cm');
  expect(keyFromName('Prénom', [])).toBe('prenom');
  expect(keyFromName('顧客番号', [])).toBe('顧客番号');
  expect(keyFromName('***', [])).toBe('unnamed');
});

test('a taken word gets a number', () => {
  expect(keyFromName('City', ['city', 'city_2'])).toBe('city_3');
});
