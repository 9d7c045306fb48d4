import type { Instant } from '../../../shared/kernel/time.ts';
import type { EventTypeId, PropertyId, ValueType } from '../../../shared/profile/data-model.ts';
import type { Value } from '../../../shared/profile/value.ts';
import type { BatchValues, EventBatch } from '../../columns/event-batch.ts';

interface PropertyOf {
  readonly id: PropertyId;
  readonly type: ValueType;
}

/** Collects the events of one type, column by column. */
export class EventBuilder {
  readonly #type: EventTypeId;
  readonly #source: string;
  readonly #properties: readonly { readonly of: PropertyOf; readonly values: ValueBuilder }[];
  readonly #filled = new Set<PropertyId>();
  #ordinals: number[] = [];
  #occurredAt: number[] = [];
  #ids: string[] = [];

  constructor(type: EventTypeId, source: string, properties: readonly PropertyOf[]) {
    this.#type = type;
    this.#source = source;
    this.#properties = properties.map((of) => ({ of, values: createValueBuilder(of.type) }));
  }

  get type(): EventTypeId {
    return this.#type;
  }

  /** Properties that any event had a value of. */
  get filled(): ReadonlySet<PropertyId> {
    return this.#filled;
  }

  /** `values` in the order of the properties. */
  add(
    event: { readonly ordinal: number; readonly occurredAt: Instant; readonly id: string },
    values: readonly (Value | undefined)[],
  ): void {
    this.#ordinals.push(event.ordinal);
    this.#occurredAt.push(event.occurredAt);
    this.#ids.push(event.id);
    for (let index = 0; index < this.#properties.length; index += 1) {
      const property = this.#properties[index];
      const value = values[index];
      if (value !== undefined && property !== undefined) this.#filled.add(property.of.id);
      property?.values.push(value);
    }
  }

  /** What was added since the last time; `undefined` if nothing was. */
  take(): Omit<EventBatch, 'importNumber'> | undefined {
    if (this.#ids.length === 0) return undefined;
    const batch = {
      type: this.#type,
      source: this.#source,
      ordinals: Uint32Array.from(this.#ordinals),
      occurredAt: Float64Array.from(this.#occurredAt),
      ids: this.#ids,
      properties: this.#properties.map(({ of, values }) => ({
        property: of.id,
        type: of.type,
        values: values.take(),
      })),
    };
    this.#ordinals = [];
    this.#occurredAt = [];
    this.#ids = [];
    return batch;
  }
}

interface ValueBuilder {
  push(value: Value | undefined): void;
  take(): BatchValues;
}

function createValueBuilder(type: ValueType): ValueBuilder {
  switch (type) {
    case 'number':
    case 'date':
    case 'timestamp':
      return new NumberBuilder();
    case 'text':
      return new TextBuilder();
    case 'yes-no':
    case 'list':
      return new AnyBuilder();
  }
}

class NumberBuilder implements ValueBuilder {
  #values: number[] = [];

  push(value: Value | undefined): void {
    this.#values.push(typeof value === 'number' ? value : Number.NaN);
  }

  take(): BatchValues {
    const values = Float64Array.from(this.#values);
    this.#values = [];
    return values;
  }
}

/** Texts repeat, so each is handed on once. */
class TextBuilder implements ValueBuilder {
  #codes: number[] = [];
  #codeByText = new Map<string, number>();

  push(value: Value | undefined): void {
    if (typeof value !== 'string') {
      this.#codes.push(0);
      return;
    }
    let code = this.#codeByText.get(value);
    if (code === undefined) {
      code = this.#codeByText.size + 1;
      this.#codeByText.set(value, code);
    }
    this.#codes.push(code);
  }

  take(): BatchValues {
    const values = { codes: Uint32Array.from(this.#codes), dictionary: [...this.#codeByText.keys()] };
    this.#codes = [];
    this.#codeByText = new Map();
    return values;
  }
}

class AnyBuilder implements ValueBuilder {
  #values: (Value | undefined)[] = [];

  push(value: Value | undefined): void {
    this.#values.push(value);
  }

  take(): BatchValues {
    const values = this.#values;
    this.#values = [];
    return values;
  }
}
