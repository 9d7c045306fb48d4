import type { PropertyId } from '../../shared/profile/data-model.ts';
import type { ValueColumn } from './column.ts';
import type { BatchValues, EventBatch } from './event-batch.ts';
import { EventIds } from './event-ids.ts';
import { timeOrder } from './event-order.ts';
import { EventRows } from './event-rows.ts';
import { appendCodes, createValueColumn, setValue } from './value-column.ts';

/** Events appended lately, in the order they came until they are settled. */
export class EventTail {
  readonly rows: EventRows;
  readonly ids: EventIds;
  readonly properties: Map<PropertyId, ValueColumn>;

  constructor(rows = new EventRows(), ids = new EventIds(), properties = new Map<PropertyId, ValueColumn>()) {
    this.rows = rows;
    this.ids = ids;
    this.properties = properties;
  }

  get count(): number {
    return this.rows.rows;
  }

  get bytes(): number {
    let bytes = this.rows.bytes + this.ids.bytes;
    for (const values of this.properties.values()) bytes += values.bytes;
    return bytes;
  }

  append(batch: EventBatch): void {
    const at = this.count;
    this.rows.append(batch.ordinals, batch.occurredAt);
    this.ids.append(batch);
    for (const { property, type, values } of batch.properties) {
      const column = this.properties.get(property) ?? createValueColumn(type);
      this.properties.set(property, column);
      appendBatchValues(column, at, values);
    }
  }

  /** The same events sorted by time, then id; this very tail if they are. */
  settled(): EventTail {
    const times = new Float64Array(this.count);
    this.rows.times.copyTo(times, 0, this.count);
    const order = timeOrder(times, (left, right) => this.ids.ids.compare(left, right));
    if (order === undefined) return this;
    const properties = new Map([...this.properties].map(([id, values]) => [id, values.gathered(order)]));
    return new EventTail(this.rows.gathered(order), this.ids.gathered(order), properties);
  }

  copy(): EventTail {
    const properties = new Map([...this.properties].map(([id, values]) => [id, values.copy()]));
    return new EventTail(this.rows.copy(), this.ids.copy(), properties);
  }
}

function appendBatchValues(column: ValueColumn, at: number, values: BatchValues): void {
  if ('codes' in values) {
    const entry = (code: number) => values.dictionary[code - 1] ?? '';
    if (column.kind === 'text')
      appendCodes(column, at, { codes: values.codes, rows: values.codes.length, entry });
    else
      for (const [i, code] of values.codes.entries())
        setValue(column, at + i, code === 0 ? undefined : entry(code));
    return;
  }
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    setValue(column, at + i, typeof value === 'number' && Number.isNaN(value) ? undefined : value);
  }
}
