import { assert } from '../../shared/kernel/assert.ts';
import { Bitmap } from '../../shared/kernel/bitmap.ts';
import { canonicalJson } from '../../shared/kernel/canonical.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type {
  AttributeId,
  Channel,
  DataModel,
  TagId,
  TopicId,
  ValueType,
} from '../../shared/profile/data-model.ts';
import type { ConsentState, Keyspace, ProfileId } from '../../shared/profile/profile.ts';
import type { Value } from '../../shared/profile/value.ts';
import type { Definition } from '../../shared/sync/decision.ts';
import { allDefinitions, modelOf } from '../../shared/sync/definitions.ts';
import type { EventBatch } from '../columns/event-batch.ts';
import type { EncodedPage } from '../columns/manifest.ts';
import type { Population } from '../columns/population.ts';
import type { CellColumn } from '../storage/core-rows.ts';
import { CellRecorder } from './cell-history.ts';
import { type ConsentLine, ConsentRecorder } from './consent-history.ts';
import { keptAsideOf } from './kept-aside.ts';

type PendingLine = Omit<ConsentLine, 'source' | 'evidence'>;

/** The part of a staged import that is written to; `stage-import.ts` begins and ends it. */
export class StagedImport {
  readonly population: Population;
  readonly at: Instant;
  readonly importNumber: number;
  readonly newId: () => string;
  readonly firstCreated: number;
  #model: DataModel;
  readonly #defined = new Set<string>();
  #touched: Bitmap;
  readonly #cells = new Map<string, { readonly of: CellColumn; readonly recorder: CellRecorder }>();
  readonly #consents: PendingLine[] = [];

  constructor(from: {
    readonly population: Population;
    readonly model: DataModel;
    readonly at: Instant;
    readonly importNumber: number;
    readonly newId: () => string;
  }) {
    this.population = from.population;
    this.#model = from.model;
    this.at = from.at;
    this.importNumber = from.importNumber;
    this.newId = from.newId;
    this.firstCreated = from.population.profileCount;
    this.#touched = new Bitmap(from.population.profileCount);
  }

  get model(): DataModel {
    return this.#model;
  }

  get createdCount(): number {
    return this.population.profileCount - this.firstCreated;
  }

  define(addition: Definition): void {
    const definitions = allDefinitions(this.#model);
    const place = definitions.findIndex((other) => keyOf(other) === keyOf(addition));
    const before = definitions[place];
    this.#model = modelOf(
      before === undefined ? [...definitions, addition] : definitions.with(place, extended(before, addition)),
    );
    this.#defined.add(keyOf(addition));
  }

  /** The definitions that are new, or other than before. */
  additions(): readonly Definition[] {
    return allDefinitions(this.#model).filter((definition) => this.#defined.has(keyOf(definition)));
  }

  createProfile({ source }: { readonly source: string }): number {
    const id = this.newId() as ProfileId;
    const ordinal = this.population.appendProfile({ id, createdAt: this.at, changedAt: this.at, source });
    this.#touch(ordinal);
    return ordinal;
  }

  setKey(ordinal: number, keyspace: Keyspace, value: string): void {
    const before = this.population.keyAt(ordinal, keyspace);
    if (before === value) return;
    this.#record({ kind: 'key', keyspace }, ordinal, before);
    this.population.setKey(ordinal, keyspace, value);
    this.#touch(ordinal);
  }

  setAttribute(
    ordinal: number,
    attribute: { readonly id: AttributeId; readonly type: ValueType },
    value: Value,
  ): boolean {
    const before = this.population.attributeAt(ordinal, attribute.id);
    if (before === value || (typeof value === 'object' && canonicalJson(before) === canonicalJson(value)))
      return false;
    this.#record({ kind: 'attribute', attribute: attribute.id, type: attribute.type }, ordinal, before);
    this.population.setAttribute(ordinal, attribute, value);
    this.#forgetKeptAside(ordinal, attribute.id);
    this.#touch(ordinal);
    return true;
  }

  /** A value takes the place of the text that could not be one. */
  #forgetKeptAside(ordinal: number, attribute: AttributeId): void {
    const aside = keptAsideOf(attribute);
    const before = this.population.attributeAt(ordinal, aside);
    if (before === undefined) return;
    this.#record({ kind: 'attribute', attribute: aside, type: 'text' }, ordinal, before);
    this.population.setAttribute(ordinal, { id: aside, type: 'text' }, undefined);
  }

  keepAside(ordinal: number, attribute: AttributeId, text: string): boolean {
    return this.setAttribute(ordinal, { id: keptAsideOf(attribute), type: 'text' }, text);
  }

  addTag(ordinal: number, tag: TagId): boolean {
    if (this.population.hasTag(ordinal, tag)) return false;
    this.#record({ kind: 'tag', tag }, ordinal, undefined);
    this.population.setTag(ordinal, tag, true);
    this.#touch(ordinal);
    return true;
  }

  setConsent(
    ordinal: number,
    topic: TopicId,
    channel: Channel,
    state: ConsentState,
  ): 'changed' | 'unchanged' | 'held' {
    const before = this.population.consentAt(ordinal, topic, channel);
    if (before === state) return 'unchanged';
    if (before === 'opted-out') return 'held';
    if (before !== undefined && !isStronger(state, before)) return 'unchanged';
    this.#consents.push({ ordinal, topic, channel, state, before, at: this.at });
    this.population.setConsent(ordinal, topic, channel, state);
    this.#touch(ordinal);
    return 'changed';
  }

  addEvents(batch: Omit<EventBatch, 'importNumber'>): void {
    this.population.appendEvents({ ...batch, importNumber: this.importNumber });
    this.#grow();
    for (const ordinal of batch.ordinals) this.#touched.add(ordinal);
  }

  /** Which profiles it wrote to, or brought events for. */
  touched(): Bitmap {
    this.#grow();
    return this.#touched;
  }

  /** What it replaced, a page a column; encoded one at a time. */
  *replacedPages(): Generator<{ readonly of: CellColumn; readonly page: EncodedPage }, void> {
    for (const { of, recorder } of this.#cells.values()) {
      if (!recorder.isEmpty) yield { of, page: recorder.encode() };
    }
  }

  ledgerPage(source: string, evidence: string): EncodedPage | undefined {
    if (this.#consents.length === 0) return undefined;
    const recorder = new ConsentRecorder();
    for (const line of this.#consents)
      recorder.add({ ...line, source, ...(evidence !== '' && { evidence }) });
    return recorder.finish().encode();
  }

  #record(of: CellColumn, ordinal: number, before: Value | undefined): void {
    const key = canonicalJson(of);
    let cells = this.#cells.get(key);
    if (cells === undefined) {
      cells = { of, recorder: new CellRecorder(this.firstCreated) };
      this.#cells.set(key, cells);
    }
    cells.recorder.record(ordinal, before);
  }

  #touch(ordinal: number): void {
    if (ordinal >= this.#touched.length) this.#grow();
    this.#touched.add(ordinal);
    this.population.touch(ordinal, this.at);
  }

  #grow(): void {
    const { profileCount } = this.population;
    if (profileCount <= this.#touched.length) return;
    // By half as much again, so that a million new profiles cost few copies.
    this.#touched = this.#touched.resized(Math.max(profileCount, Math.ceil(this.#touched.length * 1.5)));
  }
}

/** In bulk a state gives way only to a stronger one, and a no to nothing (SYN-9). */
function isStronger(state: ConsentState, before: ConsentState): boolean {
  const ranks: readonly ConsentState[] = ['pending', 'opted-in', 'confirmed', 'opted-out'];
  return ranks.indexOf(state) > ranks.indexOf(before);
}

function keyOf({ kind, definition }: Definition): string {
  return `${kind}/${definition.id}`;
}

function extended(before: Definition, addition: Definition): Definition {
  if (before.kind === 'event-type' && addition.kind === 'event-type') {
    const properties = union(before.definition.properties, addition.definition.properties);
    return { kind: 'event-type', definition: { ...before.definition, properties } };
  }
  assert(
    before.kind === 'topic' && addition.kind === 'topic',
    'an import adds to event types and topics only',
  );
  const channels = union(before.definition.channels, addition.definition.channels);
  return { kind: 'topic', definition: { ...before.definition, channels } };
}

function union<Member>(left: readonly Member[], right: readonly Member[]): readonly Member[] {
  return [...new Set([...left, ...right])];
}
