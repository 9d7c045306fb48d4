import type { Instant } from '../../shared/kernel/time.ts';
import type { EventType, PropertyId, ValueType } from '../../shared/profile/data-model.ts';
import type { Value } from '../../shared/profile/value.ts';
import type { BatchValues, EventBatch } from '../columns/event-batch.ts';
import { SAMPLE_MODEL } from './sample-model.ts';

type Values = Readonly<Record<string, Value | undefined>>;

export interface EventRecorder {
  readonly now: Instant;
  /** Leaves out what would happen after the base instant; says whether it happened. */
  record(type: string, event: { ordinal: number; at: Instant; values: Values }): boolean;
  batches(): readonly EventBatch[];
}

/** Collects events as they are made up and hands them over column by column. */
export function createEventRecorder(now: Instant): EventRecorder {
  const collectors = new Map(SAMPLE_MODEL.eventTypes.map((type) => [type.key as string, collect(type)]));
  return {
    now,
    record(type, event) {
      const collector = collectors.get(type);
      if (collector === undefined) throw new Error(`Broken invariant: no event type ${type}`);
      if (event.at > now) return false;
      collector.add(event);
      return true;
    },
    batches: () => [...collectors.values()].map((collector) => collector.batch()),
  };
}

interface Collector {
  add(event: { readonly ordinal: number; readonly at: Instant; readonly values: Values }): void;
  batch(): EventBatch;
}

function collect(type: Pick<EventType, 'id' | 'key' | 'properties'>): Collector {
  const ordinals: number[] = [];
  const occurredAt: number[] = [];
  const columns = type.properties.map((property) => collectValues(property));
  return {
    add({ ordinal, at, values }) {
      ordinals.push(ordinal);
      occurredAt.push(at);
      for (const column of columns) column.add(values[column.property]);
    },
    batch: () => ({
      type: type.id,
      ordinals: Uint32Array.from(ordinals),
      occurredAt: Float64Array.from(occurredAt),
      ids: ordinals.map((_, index) => `${type.key}-${index + 1}`),
      source: /^(email|sms)_/.test(type.key) ? 'Mailings' : 'Web shop',
      importNumber: 0,
      properties: columns.map((column) => ({
        property: column.property,
        type: column.type,
        values: column.values(),
      })),
    }),
  };
}

interface ValueCollector {
  readonly property: PropertyId;
  readonly type: ValueType;
  add(value: Value | undefined): void;
  values(): BatchValues;
}

const TYPE_OF_PROPERTY = new Map<PropertyId, ValueType>(
  SAMPLE_MODEL.properties.map((property) => [property.id, property.type]),
);

function collectValues(property: PropertyId): ValueCollector {
  const type = TYPE_OF_PROPERTY.get(property) ?? 'text';
  if (type === 'text') return collectTexts(property);
  if (type === 'number') return collectNumbers(property);
  const values: (Value | undefined)[] = [];
  return { property, type, add: (value) => values.push(value), values: () => values };
}

function collectTexts(property: PropertyId): ValueCollector {
  const codeByText = new Map<Value, number>();
  const codes: number[] = [];
  return {
    property,
    type: 'text',
    add(value) {
      if (value === undefined) {
        codes.push(0);
        return;
      }
      const code = codeByText.get(value) ?? codeByText.size + 1;
      codeByText.set(value, code);
      codes.push(code);
    },
    values: () => ({ codes: Uint32Array.from(codes), dictionary: Array.from(codeByText.keys(), String) }),
  };
}

function collectNumbers(property: PropertyId): ValueCollector {
  const numbers: number[] = [];
  return {
    property,
    type: 'number',
    add: (value) => numbers.push(value === undefined ? Number.NaN : Number(value)),
    values: () => Float64Array.from(numbers),
  };
}
