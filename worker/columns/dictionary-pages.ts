import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { Dictionary } from './dictionary.ts';
import { codeArray } from './narrow-array.ts';
import type { Page } from './page.ts';
import { TextBlock } from './text-block.ts';

/** How a block's text is written: UTF-8, or UTF-16 where halves of surrogate pairs would be lost. */
const UTF_8 = 0;
const UTF_16 = 1;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** One page a block: its text, and the lengths of its entries in UTF-16 units. */
export function* dictionaryPages(dictionary: Dictionary, part: number): Iterable<Page> {
  let first = 0;
  for (const block of dictionary.blocks()) {
    const lengths = block.lengths();
    const longest = lengths.reduce((max, length) => Math.max(max, length), 0);
    const narrow = codeArray(lengths.length, longest);
    narrow.set(lengths);
    const isWhole = !LONE_SURROGATE.test(block.text);
    const text = isWhole ? new TextEncoder().encode(block.text) : utf16Of(block.text);
    yield { part, first, rows: block.count, detail: isWhole ? UTF_8 : UTF_16, sections: [text, narrow] };
    first += block.count;
  }
}

export function decodeDictionary(pages: readonly Page[]): Result<Dictionary, string> {
  const blocks: TextBlock[] = [];
  let first = 0;
  for (const page of pages) {
    if (page.first !== first) return err(`its entries start at ${page.first} instead of ${first}`);
    const [text, lengths] = page.sections;
    if (text === undefined || lengths === undefined || lengths.length !== page.rows)
      return err('its entries are incomplete');
    const decoded =
      page.detail === UTF_8 && text instanceof Uint8Array ? decodeUtf8(text) : decodeUtf16(text);
    const block = decoded === undefined ? undefined : TextBlock.from(decoded, lengths);
    if (block === undefined) return err('its entries do not fit their lengths');
    blocks.push(block);
    first += page.rows;
  }
  return ok(new Dictionary(blocks));
}

function utf16Of(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeUtf16(units: ArrayLike<number>): string {
  let text = '';
  for (let i = 0; i < units.length; i += 4096) {
    text += String.fromCharCode(
      ...Array.from({ length: Math.min(4096, units.length - i) }, (_, k) => units[i + k] ?? 0),
    );
  }
  return text;
}
