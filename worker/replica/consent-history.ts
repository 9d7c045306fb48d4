import { assert } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Channel, TopicId } from '../../shared/profile/data-model.ts';
import type { ConsentEntry, ConsentState } from '../../shared/profile/profile.ts';
import type { EncodedPage } from '../columns/manifest.ts';
import { decodePage, encodePage } from '../columns/page.ts';
import { pageName } from '../columns/page-name.ts';

/** The page's part number, apart from those of columns. */
const PART = 1_001;
const STATES: readonly ConsentState[] = ['opted-in', 'confirmed', 'pending', 'opted-out'];
/** Code of a state that was never asked. */
const NEVER_ASKED = 255;

/** A line of the ledger that came in bulk, and what stood there before. */
export interface ConsentLine {
  readonly ordinal: number;
  readonly topic: TopicId;
  readonly channel: Channel;
  readonly state: ConsentState;
  readonly before: ConsentState | undefined;
  readonly at: Instant;
  readonly source: string;
  readonly evidence?: string;
}

interface Words {
  readonly pairs: readonly (readonly [TopicId, Channel])[];
  readonly sources: readonly (readonly [source: string, evidence?: string])[];
}

type Columns = readonly [
  ordinals: Uint32Array,
  pairs: Uint16Array,
  states: Uint8Array,
  before: Uint8Array,
  at: Float64Array,
  sources: Uint16Array,
];

/** Collects lines as they come, in little memory. */
export class ConsentRecorder {
  readonly #ordinals: number[] = [];
  readonly #pairs: number[] = [];
  readonly #states: number[] = [];
  readonly #before: number[] = [];
  readonly #at: number[] = [];
  readonly #sources: number[] = [];
  readonly #pairNumbers = new Numbering<readonly [TopicId, Channel]>();
  readonly #sourceNumbers = new Numbering<readonly [string, string?]>();

  add({ ordinal, topic, channel, state, before, at, source, evidence }: ConsentLine): void {
    this.#ordinals.push(ordinal);
    this.#pairs.push(this.#pairNumbers.numberOf(`${channel}/${topic}`, () => [topic, channel]));
    this.#states.push(STATES.indexOf(state));
    this.#before.push(before === undefined ? NEVER_ASKED : STATES.indexOf(before));
    this.#at.push(at);
    const sourceKey = evidence === undefined ? source : `${source}\n${evidence}`;
    this.#sources.push(
      this.#sourceNumbers.numberOf(sourceKey, () => (evidence === undefined ? [source] : [source, evidence])),
    );
  }

  get isEmpty(): boolean {
    return this.#ordinals.length === 0;
  }

  /** Sorted by profile; within a profile in the order they came. */
  finish(): ConsentHistory {
    const order = Uint32Array.from(this.#ordinals.keys());
    const ordinals = this.#ordinals;
    order.sort((left, right) => (ordinals[left] ?? 0) - (ordinals[right] ?? 0) || left - right);
    const sorted = (values: readonly number[]) => Array.from(order, (row) => values[row] ?? 0);
    const words = { pairs: this.#pairNumbers.values, sources: this.#sourceNumbers.values };
    return new ConsentHistory(words, [
      Uint32Array.from(sorted(ordinals)),
      Uint16Array.from(sorted(this.#pairs)),
      Uint8Array.from(sorted(this.#states)),
      Uint8Array.from(sorted(this.#before)),
      Float64Array.from(sorted(this.#at)),
      Uint16Array.from(sorted(this.#sources)),
    ]);
  }
}

/** Ledger lines in columns, as an import or the sample brought them; edits are in the journal. */
export class ConsentHistory {
  readonly #words: Words;
  readonly #ordinals: Uint32Array;
  readonly #pairs: Uint16Array;
  readonly #states: Uint8Array;
  readonly #before: Uint8Array;
  readonly #at: Float64Array;
  readonly #sources: Uint16Array;

  constructor(words: Words, columns: Columns) {
    this.#words = words;
    [this.#ordinals, this.#pairs, this.#states, this.#before, this.#at, this.#sources] = columns;
  }

  static decode(content: ArrayBuffer): Result<ConsentHistory, string> {
    const page = decodePage(content);
    if (!page.ok) return page;
    if (page.value.part !== PART) return err('it is not a ledger');
    const [words, ordinals, pairs, states, before, at, sources] = page.value.sections;
    assert(
      words instanceof Uint8Array && ordinals instanceof Uint32Array && pairs instanceof Uint16Array,
      'ledger layout',
    );
    assert(states instanceof Uint8Array && before instanceof Uint8Array, 'ledger layout');
    assert(at instanceof Float64Array && sources instanceof Uint16Array, 'ledger layout');
    // Written by `encode`, and the page's name vouches for it.
    const read = JSON.parse(new TextDecoder().decode(words)) as Words;
    return ok(new ConsentHistory(read, [ordinals, pairs, states, before, at, sources]));
  }

  encode(): EncodedPage {
    const content = encodePage({
      part: PART,
      first: 0,
      rows: this.#ordinals.length,
      detail: 0,
      sections: [
        new TextEncoder().encode(JSON.stringify(this.#words)),
        this.#ordinals,
        this.#pairs,
        this.#states,
        this.#before,
        this.#at,
        this.#sources,
      ],
    });
    return { name: pageName(content), bytes: content.byteLength, content };
  }

  get size(): number {
    return this.#ordinals.length;
  }

  /** The lines about one profile. */
  entriesOf(ordinal: number): readonly ConsentEntry[] {
    const entries: ConsentEntry[] = [];
    for (let row = this.#firstRowOf(ordinal); this.#ordinals[row] === ordinal; row += 1) {
      const { topic, channel, state, at, source, evidence } = this.lineAt(row);
      entries.push({ topic, channel, state, at, source, ...(evidence !== undefined && { evidence }) });
    }
    return entries;
  }

  lineAt(row: number): ConsentLine {
    const [topic, channel] = found(this.#words.pairs[this.#pairs[row] ?? -1]);
    const [source, evidence] = found(this.#words.sources[this.#sources[row] ?? -1]);
    const before = this.#before[row] ?? NEVER_ASKED;
    return {
      ordinal: found(this.#ordinals[row]),
      topic,
      channel,
      state: found(STATES[this.#states[row] ?? -1]),
      before: before === NEVER_ASKED ? undefined : found(STATES[before]),
      at: found(this.#at[row]),
      source,
      ...(evidence !== undefined && { evidence }),
    };
  }

  #firstRowOf(ordinal: number): number {
    let from = 0;
    let to = this.#ordinals.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#ordinals[middle] ?? 0) < ordinal) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

function found<Value>(value: Value | undefined): Value {
  assert(value !== undefined, 'a ledger line names what it has');
  return value;
}

/** Numbers distinct values in the order they come. */
class Numbering<Value> {
  readonly values: Value[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(key: string, value: () => Value): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.values.length);
    return this.values.push(value()) - 1;
  }
}
