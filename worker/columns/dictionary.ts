import { hashText, RowIndex } from './row-index.ts';
import type { TextMatch } from './text-block.ts';
import { TextBlock } from './text-block.ts';

/** A block is closed when it has this much, so that it makes a page of about 4 MB. */
const BLOCK_CHARACTERS = 4_000_000;
const BLOCK_ENTRIES = 1 << 18;
/** Up to so many look-ups search the text itself: an index costs a pass over everything. */
const LOOKUPS_WITHOUT_INDEX = 8;
const FEW_ENTRIES = 1024;
/** With more values than this, one pass over the entries is cheaper than a search for each value. */
const MANY_VALUES = 16;

const UNKNOWN = 0;
const FAILS = 1;
const PASSES = 2;

/** Distinct texts, numbered from 0 in the order they came. Only ever grows. */
export class Dictionary {
  /** Closed blocks; shared between copies. */
  readonly #blocks: TextBlock[];
  /** First entry of each block. */
  readonly #firsts: number[];
  /** Entries after the blocks. */
  #open: string[];
  #openFirst: number;
  #openCharacters = 0;
  #openBlock: TextBlock | undefined;
  #index: RowIndex | undefined;
  #lookups = 0;
  readonly #tests: Map<string, Uint8Array>;
  #classes: Uint32Array | undefined;
  /** By test and code, for tests that are asked of few texts. */
  readonly #answers = new Map<string, Uint8Array>();

  constructor(
    blocks: readonly TextBlock[] = [],
    open: readonly string[] = [],
    tests: ReadonlyMap<string, Uint8Array> = new Map(),
  ) {
    this.#tests = new Map(tests);
    this.#blocks = [...blocks];
    this.#firsts = [];
    let first = 0;
    for (const block of blocks) {
      this.#firsts.push(first);
      first += block.count;
    }
    this.#openFirst = first;
    this.#open = [...open];
    for (const text of open) this.#openCharacters += text.length;
  }

  get count(): number {
    return this.#openFirst + this.#open.length;
  }

  at(entry: number): string {
    if (entry >= this.#openFirst) return this.#open[entry - this.#openFirst] as string;
    const block = this.#blockOf(entry);
    return (this.#blocks[block] as TextBlock).at(entry - (this.#firsts[block] as number));
  }

  foldedAt(entry: number): string {
    const block = this.#blockOf(entry);
    return (this.blocks()[block] as TextBlock).foldedAt(entry - (this.#firsts[block] ?? this.#openFirst));
  }

  /** The entry of exactly this text, or −1. */
  find(text: string): number {
    if (this.#index === undefined && this.count > FEW_ENTRIES && this.#lookups++ < LOOKUPS_WITHOUT_INDEX) {
      return Math.max(0, this.match('is', [text], true).indexOf(1)) - 1;
    }
    this.#index ??= this.#buildIndex();
    return this.#index.find(hashText(text), (entry) => this.#isAt(entry, text));
  }

  /** The entry of this text, made if it is not there. */
  add(text: string): number {
    const known = this.find(text);
    return known < 0 ? this.push(text) : known;
  }

  /** Adds an entry without looking whether it is there. */
  push(text: string): number {
    if (this.#open.length === 0) this.#reopen();
    if (this.#openCharacters + text.length > BLOCK_CHARACTERS || this.#open.length >= BLOCK_ENTRIES)
      this.#close();
    const entry = this.count;
    this.#open.push(text);
    this.#openCharacters += text.length + 1;
    this.#openBlock = undefined;
    this.#index?.add(hashText(text), entry);
    return entry;
  }

  /**
   * Marks by code (entry + 1; code 0 stands for no value and is never marked) which texts match any of
   * `values`, which are folded unless `exact`.
   */
  match(how: TextMatch, values: readonly string[], exact: boolean): Uint8Array {
    const marks = new Uint8Array(this.count + 1);
    if (how === 'is' && values.length > MANY_VALUES) return this.#matchMany(new Set(values), exact, marks);
    let offset = 1;
    for (const block of this.blocks()) {
      for (const needle of values) block.mark({ how, needle, exact }, marks, offset);
      offset += block.count;
    }
    return marks;
  }

  /** Marks by code which texts pass a costly test; `name` stands for it. Each entry is tested once. */
  passing(name: string, test: (text: string) => boolean): Uint8Array {
    const known = this.#tests.get(name) ?? new Uint8Array(1);
    if (known.length > this.count) return known;
    const marks = new Uint8Array(this.count + 1);
    marks.set(known);
    for (let code = known.length; code <= this.count; code++) if (test(this.at(code - 1))) marks[code] = 1;
    this.#tests.set(name, marks);
    return marks;
  }

  /**
   * Whether the text of a code passes a costly test; `name` stands for it. Only what is asked is tested,
   * and once: for when few of many texts matter.
   */
  asked(name: string, test: (text: string) => boolean): (code: number) => boolean {
    const known = this.#answers.get(name) ?? new Uint8Array(0);
    const answers = known.length > this.count ? known : new Uint8Array(this.count + 1);
    if (answers !== known) answers.set(known);
    this.#answers.set(name, answers);
    return (code) => {
      if (code === 0) return false;
      if (answers[code] === UNKNOWN) answers[code] = test(this.at(code - 1)) ? PASSES : FAILS;
      return answers[code] === PASSES;
    };
  }

  /**
   * By entry, the first entry that is equal after folding: texts that differ in case only are one
   * (SEG-43). Not to be changed.
   */
  foldedClasses(): Uint32Array {
    if (this.#classes?.length === this.count) return this.#classes;
    const classes = new Uint32Array(this.count);
    const index = new RowIndex(this.count);
    let entry = 0;
    for (const block of this.blocks()) {
      for (let i = 0; i < block.count; i++, entry++) {
        const folded = block.foldedAt(i);
        const hash = hashText(folded);
        const known = index.find(hash, (other) => this.foldedAt(other) === folded);
        if (known < 0) index.add(hash, entry);
        classes[entry] = known < 0 ? entry : known;
      }
    }
    this.#classes = classes;
    return classes;
  }

  /** Closed blocks and one for what came after. */
  blocks(): readonly TextBlock[] {
    if (this.#open.length === 0) return this.#blocks;
    this.#openBlock ??= TextBlock.of(this.#open);
    return [...this.#blocks, this.#openBlock];
  }

  copy(): Dictionary {
    return new Dictionary(this.#blocks, this.#open, this.#tests);
  }

  /** Lets go of what only writing needs. */
  settle(): void {
    if (this.#open.length > 0) this.#close();
    this.#index = undefined;
    this.#lookups = 0;
  }

  get bytes(): number {
    let bytes = (this.#index?.bytes ?? 0) + (this.#classes?.byteLength ?? 0);
    for (const marks of this.#tests.values()) bytes += marks.byteLength;
    for (const block of this.#blocks) bytes += block.bytes;
    // A string of its own costs its head and a pointer.
    return bytes + this.#openCharacters + this.#open.length * 24 + (this.#openBlock?.bytes ?? 0);
  }

  #close(): void {
    this.#blocks.push(TextBlock.of(this.#open));
    this.#firsts.push(this.#openFirst);
    this.#openFirst += this.#open.length;
    this.#open = [];
    this.#openCharacters = 0;
    this.#openBlock = undefined;
  }

  /** Goes on filling a small last block, or many small seals would leave many small blocks. */
  #reopen(): void {
    const last = this.#blocks.at(-1);
    if (last === undefined || last.count * 2 > BLOCK_ENTRIES || last.text.length * 2 > BLOCK_CHARACTERS)
      return;
    this.#blocks.pop();
    this.#openFirst = this.#firsts.pop() ?? 0;
    this.#open = Array.from({ length: last.count }, (_, i) => last.at(i));
    this.#openCharacters = last.text.length;
  }

  #blockOf(entry: number): number {
    let block = this.#firsts.length;
    if (entry >= this.#openFirst) return block;
    while (--block > 0 && (this.#firsts[block] as number) > entry);
    return block;
  }

  #isAt(entry: number, text: string): boolean {
    if (entry >= this.#openFirst) return this.#open[entry - this.#openFirst] === text;
    const block = this.#blockOf(entry);
    return (this.#blocks[block] as TextBlock).isAt(entry - (this.#firsts[block] as number), text);
  }

  #buildIndex(): RowIndex {
    const index = new RowIndex(this.count);
    for (let entry = 0; entry < this.count; entry++) index.add(hashText(this.at(entry)), entry);
    return index;
  }

  #matchMany(values: ReadonlySet<string>, exact: boolean, marks: Uint8Array): Uint8Array {
    let code = 1;
    for (const block of this.blocks()) {
      for (let i = 0; i < block.count; i++, code++) {
        if (values.has(exact ? block.at(i) : block.foldedAt(i))) marks[code] = 1;
      }
    }
    return marks;
  }
}
