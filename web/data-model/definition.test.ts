import { expect, test } from 'vitest';
import { DEFAULT_ATTRIBUTES, type Tag, type TagId } from '../../shared/profile/data-model.ts';
import { changed, defineMutation, isStandard, listed } from './definition.ts';

const tag = (name: string, archived = false): Tag => ({
  id: name as TagId,
  key: name.toLowerCase(),
  name,
  archived,
});

test('[SEG-24] archiving keeps all else', () => {
  const archived = changed({ kind: 'tag', of: tag('VIP') }, { archived: true });
  expect(defineMutation(archived)).toEqual({ name: 'define-tag', tag: tag('VIP', true) });
});

test('the attributes of every workspace are known as such', () => {
  const [first] = DEFAULT_ATTRIBUTES;
  if (!first) throw new Error('no default attributes');
  expect(isStandard({ kind: 'attribute', of: first })).toBe(true);
  expect(isStandard({ kind: 'tag', of: tag('email') })).toBe(false);
});

test('the list finds by name and key, and shows the archive only if wished', () => {
  const tags = [tag('VIP'), tag('Wholesale'), tag('Old', true)];
  expect(listed(tags, { text: 'whole', archived: false }).map((one) => one.name)).toEqual(['Wholesale']);
  expect(listed(tags, { text: '', archived: false })).toHaveLength(2);
  expect(listed(tags, { text: '', archived: true })).toHaveLength(3);
});
