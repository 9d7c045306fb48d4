import { assert } from '../../shared/kernel/assert.ts';
import { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Value } from '../../shared/profile/value.ts';
import type { EncodedPage } from '../columns/manifest.ts';
import { decodePage, encodePage, type Section } from '../columns/page.ts';
import { pageName } from '../columns/page-name.ts';

/** Page part numbers, apart from those of columns. */
const CELLS_PART = 1_002;
const SET_PART = 1_003;
const TEXT_PART = 1_004;

/** What stood in cells of one column before an import wrote to them; `null` is no value. */
export interface Cells {
  readonly ordinals: Uint32Array;
  readonly before: readonly (Value | null)[];
}

/** Collects what is replaced: of each profile only what stood there first. */
export class CellRecorder {
  readonly #ordinals: number[] = [];
  readonly #before: (Value | null)[] = [];
  readonly #seen: Bitmap;

  /** Only profiles below `length` are recorded: later ones are new, and had nothing. */
  constructor(length: number) {
    this.#seen = new Bitmap(length);
  }

  record(ordinal: number, before: Value | undefined): void {
    if (ordinal >= this.#seen.length || this.#seen.has(ordinal)) return;
    this.#seen.add(ordinal);
    this.#ordinals.push(ordinal);
    this.#before.push(before ?? null);
  }

  get isEmpty(): boolean {
    return this.#ordinals.length === 0;
  }

  encode(): EncodedPage {
    const before = new TextEncoder().encode(JSON.stringify(this.#before));
    return page(CELLS_PART, this.#ordinals.length, [Uint32Array.from(this.#ordinals), before]);
  }
}

export function decodeCells(content: ArrayBuffer): Result<Cells, string> {
  const sections = sectionsOf(content, CELLS_PART);
  if (!sections.ok) return sections;
  const [ordinals, before] = sections.value;
  assert(ordinals instanceof Uint32Array && before instanceof Uint8Array, 'layout of replaced cells');
  return ok({ ordinals, before: JSON.parse(new TextDecoder().decode(before)) as (Value | null)[] });
}

export function encodeSet(set: Bitmap): EncodedPage {
  return page(SET_PART, set.length, [set.words]);
}

export function decodeSet(content: ArrayBuffer): Result<Bitmap, string> {
  const decoded = decodePage(content);
  if (!decoded.ok) return decoded;
  const [words] = decoded.value.sections;
  if (decoded.value.part !== SET_PART || !(words instanceof Uint32Array)) return err('it is not a set');
  return ok(new Bitmap(decoded.value.rows, words));
}

export function encodeText(text: string): EncodedPage {
  return page(TEXT_PART, 0, [new TextEncoder().encode(text)]);
}

export function decodeText(content: ArrayBuffer): Result<string, string> {
  const sections = sectionsOf(content, TEXT_PART);
  return sections.ok ? ok(new TextDecoder().decode(sections.value[0])) : sections;
}

function page(part: number, rows: number, sections: readonly Section[]): EncodedPage {
  const content = encodePage({ part, first: 0, rows, detail: 0, sections });
  return { name: pageName(content), bytes: content.byteLength, content };
}

function sectionsOf(content: ArrayBuffer, part: number): Result<readonly Section[], string> {
  const decoded = decodePage(content);
  if (!decoded.ok) return decoded;
  return decoded.value.part === part ? ok(decoded.value.sections) : err('it is another kind of page');
}
