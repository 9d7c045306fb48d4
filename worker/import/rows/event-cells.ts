import type { Instant } from '../../../shared/kernel/time.ts';
import type { EventTypeId } from '../../../shared/profile/data-model.ts';
import type { Value } from '../../../shared/profile/value.ts';
import type { ImportStage } from '../../replica/import-stage.ts';
import type { CompiledPlan, EventColumns } from './compile-plan.ts';
import type { Definitions } from './definitions.ts';
import { EqualRows } from './equal-rows.ts';
import { EventBuilder } from './event-builder.ts';

/** Events are handed on in lots: large enough to be cheap, small enough not to fill the memory twice. */
const MAX_WAITING = 65_536;

/** Reads the event in a row, and drops it if it is there already (SEG-13). */
export class EventCells {
  readonly #stage: ImportStage;
  readonly #columns: EventColumns;
  readonly #definitions: Definitions;
  readonly #equalRows: EqualRows;
  readonly #builders = new Map<EventTypeId, EventBuilder>();
  /** Types by the cell as it is. */
  readonly #types = new Map<string, EventTypeId>();
  /** Ids that wait to be handed on. */
  readonly #waiting = new Set<string>();
  /** Of the row last checked. */
  readonly #values: (Value | undefined)[] = [];
  #occurredAt: Instant = 0;
  #typeText = '';
  #id = '';
  #addedCount = 0;

  constructor(
    stage: ImportStage,
    columns: EventColumns,
    plan: Pick<CompiledPlan, 'mapped'>,
    definitions: Definitions,
  ) {
    this.#stage = stage;
    this.#columns = columns;
    this.#definitions = definitions;
    this.#equalRows = new EqualRows(plan.mapped);
  }

  get addedCount(): number {
    return this.#addedCount;
  }

  /** Why the row must fail; `undefined` if its event can be added. */
  check(row: readonly string[]): string | undefined {
    const { time, type, properties } = this.#columns;
    const timeText = time.textIn(row);
    if (timeText === '') return `“${time.header}” is empty: an event needs a time.`;
    const occurredAt = time.valueOf(timeText);
    if (typeof occurredAt !== 'number') return `“${time.header}” cannot be read as a time.`;
    this.#occurredAt = occurredAt;
    if (typeof type !== 'string') {
      this.#typeText = type.textIn(row);
      if (this.#typeText === '') return `“${type.header}” is empty: an event needs a type.`;
    }
    for (let index = 0; index < properties.length; index += 1) {
      const cells = properties[index]?.cells;
      const text = cells?.textIn(row) ?? '';
      const value = text === '' ? undefined : cells?.valueOf(text);
      if (value === undefined && text !== '')
        return `“${cells?.header}” cannot be read as ${TYPE_WORDS[cells?.reading.type ?? 'text']}.`;
      this.#values[index] = value;
    }
    return undefined;
  }

  /** Whether the event of the row last checked is not there yet. Ask once for each row. */
  isNew(row: readonly string[]): boolean {
    const written = this.#columns.id?.textIn(row) ?? '';
    this.#id = written === '' ? this.#equalRows.identify(row) : written;
    return !this.#waiting.has(this.#id) && !this.#stage.population.hasEvent(this.#columns.source, this.#id);
  }

  /** Requires that `isNew` has just said so. */
  add(ordinal: number): void {
    this.#builder().add({ ordinal, occurredAt: this.#occurredAt, id: this.#id }, this.#values);
    this.#waiting.add(this.#id);
    this.#addedCount += 1;
    if (this.#waiting.size >= MAX_WAITING) this.#handOn();
  }

  /** Hands on what waits, and says which properties each type was seen with. */
  finish(): void {
    this.#handOn();
    for (const builder of this.#builders.values())
      this.#definitions.extendEventType(builder.type, [...builder.filled]);
  }

  #builder(): EventBuilder {
    const { type, properties, source } = this.#columns;
    const id = typeof type === 'string' ? type : this.#typeOf(this.#typeText);
    const known = this.#builders.get(id);
    if (known !== undefined) return known;
    const builder = new EventBuilder(id, source, properties);
    this.#builders.set(id, builder);
    return builder;
  }

  #typeOf(text: string): EventTypeId {
    const known = this.#types.get(text);
    if (known !== undefined) return known;
    const type = this.#definitions.eventType({ name: text });
    this.#types.set(text, type);
    return type;
  }

  #handOn(): void {
    for (const builder of this.#builders.values()) {
      const batch = builder.take();
      if (batch !== undefined) this.#stage.addEvents(batch);
    }
    this.#waiting.clear();
  }
}

const TYPE_WORDS = {
  text: 'a text',
  number: 'a number',
  'yes-no': 'yes or no',
  date: 'a date',
  timestamp: 'a time',
  list: 'a list',
} as const;
