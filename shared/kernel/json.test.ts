import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldOf, parseJson, toJson, utf8Length } from './json.ts';

test('whatever comes in, reading it neither throws nor hangs', () => {
  fc.assert(
    fc.property(
      fc.anything({
        withBigInt: true,
        withMap: true,
        withDate: true,
        withSparseArray: true,
        withSymbol: true,
      } as object),
      (input) => {
        const copied = toJson(input, 10_000);
        if (copied.ok) expect(JSON.stringify(copied.value)).toBe(JSON.stringify(input));
      },
    ),
  );
});

test('a cycle, a proxy that throws and a giant end in an error', () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  const trap = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );
  expect(toJson(cycle, 1000)).toMatchObject({ ok: false, error: { kind: 'too-deep' } });
  expect(toJson(trap, 1000)).toMatchObject({ ok: false, error: { kind: 'not-json' } });
  expect(toJson(new Array(4e9), 1000)).toMatchObject({ ok: false, error: { kind: 'too-large' } });
});

test('text nested a hundred thousand deep is refused', () => {
  expect(parseJson('['.repeat(100_000) + ']'.repeat(100_000), 1_000_000).ok).toBe(false);
});

test('the limit counts the bytes of the JSON, exactly', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const bytes = new TextEncoderLike().length(JSON.stringify(value));
      expect(toJson(value, bytes).ok).toBe(true);
      expect(toJson(value, bytes - 1).ok).toBe(false);
    }),
  );
});

/** Bytes by code points, another way than the code under test. */
class TextEncoderLike {
  length(text: string): number {
    return Array.from(text).reduce((sum, character) => {
      const point = character.codePointAt(0) ?? 0;
      return sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
    }, 0);
  }
}

test('bytes are counted as UTF-8', () => {
  expect([utf8Length('a'), utf8Length('é'), utf8Length('€'), utf8Length('😀')]).toEqual([1, 2, 3, 4]);
});

test('a key called __proto__ is a field like any other', () => {
  const parsed = parseJson('{"__proto__": {"polluted": true}}', 1000);
  expect(parsed.ok && Object.hasOwn(parsed.value as object, '__proto__')).toBe(true);
  expect(fieldOf({}, 'constructor')).toBe(undefined);
});
