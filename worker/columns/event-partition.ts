import type { EventTypeId, PropertyId, ValueType } from '../../shared/profile/data-model.ts';
import type { ValueColumn } from './column.ts';
import { eventIdsColumn, eventPropertyColumn, eventRowsColumn } from './column-name.ts';
import { ColumnSlot, nextVersion } from './column-slot.ts';
import type { EventBatch } from './event-batch.ts';
import { EventIds } from './event-ids.ts';
import { mergeOrder } from './event-order.ts';
import { EventRows } from './event-rows.ts';
import type { EventRun } from './event-run.ts';
import { EventTail } from './event-tail.ts';
import type { ColumnManifest } from './manifest.ts';
import { appendColumn, createValueColumn, decodeValueColumn } from './value-column.ts';

/** A tail this long is merged as soon as all columns are loaded. */
const LONG_TAIL = 1 << 16;

/** The stored columns of a type's events. */
export interface StoredPartition {
  readonly rows?: ColumnManifest;
  readonly ids?: ColumnManifest;
  readonly properties: ReadonlyMap<PropertyId, ColumnManifest>;
}

interface Base {
  readonly rows: ColumnSlot<EventRows>;
  readonly ids: ColumnSlot<EventIds>;
  readonly properties: Map<PropertyId, ColumnSlot<ValueColumn>>;
}

/**
 * All events of one type: a base in columns that load one by one, sorted by time, then id (SEG-31), and
 * a tail of what was appended since, whole in memory.
 */
export class EventPartition {
  readonly type: EventTypeId;
  readonly rows: ColumnSlot<EventRows>;
  readonly ids: ColumnSlot<EventIds>;
  readonly #properties: Map<PropertyId, ColumnSlot<ValueColumn>>;
  #tail: EventTail | undefined;
  #isTailShared = false;
  #version = nextVersion();
  #layout = nextVersion();

  private constructor(type: EventTypeId, base: Base) {
    this.type = type;
    this.rows = base.rows;
    this.ids = base.ids;
    this.#properties = base.properties;
  }

  static create(type: EventTypeId, stored: StoredPartition = { properties: new Map() }): EventPartition {
    return new EventPartition(type, {
      rows: new ColumnSlot(
        eventRowsColumn(type),
        { create: () => new EventRows(), decode: EventRows.decode },
        stored.rows,
      ),
      ids: new ColumnSlot(
        eventIdsColumn(type),
        { create: () => new EventIds(), decode: EventIds.decode },
        stored.ids,
      ),
      properties: new Map(
        [...stored.properties].map(([property, manifest]) => [
          property,
          propertySlot(type, property, { stored: manifest }),
        ]),
      ),
    });
  }

  get count(): number {
    return this.rows.rows + (this.#tail?.count ?? 0);
  }

  /** Moves when an event comes or goes. */
  get version(): number {
    return this.#version;
  }

  /** Moves when events take other rows, too: places are valid while it stands. */
  get layout(): number {
    return this.#layout;
  }

  get hasTail(): boolean {
    return this.#tail !== undefined;
  }

  get tailBytes(): number {
    return this.#tail?.bytes ?? 0;
  }

  propertyIds(): readonly PropertyId[] {
    return [...new Set([...this.#properties.keys(), ...(this.#tail?.properties.keys() ?? [])])];
  }

  property(id: PropertyId): ColumnSlot<ValueColumn> | undefined {
    return this.#properties.get(id);
  }

  slots(): readonly (ColumnSlot<EventRows> | ColumnSlot<EventIds> | ColumnSlot<ValueColumn>)[] {
    return [this.rows, this.ids, ...this.#properties.values()];
  }

  append(batch: EventBatch): void {
    if (batch.ordinals.length === 0) return;
    if (this.#tail !== undefined && this.#isTailShared) this.#tail = this.#tail.copy();
    this.#isTailShared = false;
    this.#tail ??= new EventTail();
    this.#tail.append(batch);
    this.#version = nextVersion();
    this.#layout = this.#version;
  }

  /** Reads rows, and whatever is asked of the runs. Runs are sorted, each by itself. */
  runs(): readonly EventRun[] {
    this.#settleTail();
    const runs: EventRun[] = [];
    if (this.rows.rows > 0) {
      runs.push({
        rows: this.rows.read(),
        property: (id) => this.#properties.get(id)?.read(),
        ids: () => this.ids.read(),
      });
    }
    const tail = this.#tail;
    if (tail !== undefined) {
      runs.push({ rows: tail.rows, property: (id) => tail.properties.get(id), ids: () => tail.ids });
    }
    return runs;
  }

  /** Makes the tail part of the base. Requires that all columns are loaded. */
  merge(): void {
    const tail = this.#tail?.settled();
    this.#tail = undefined;
    if (tail === undefined) return;
    if (this.rows.rows === 0) {
      this.#replaceBase(tail.rows, tail.ids, tail.properties);
      return;
    }
    const baseIds = this.ids.read();
    const order = mergeOrder(instantsOf(this.rows.read()), instantsOf(tail.rows), (row, tailRow) =>
      compareIds(baseIds, row, tail.ids, tailRow),
    );
    const at = this.rows.rows;
    const rows = this.rows.read().copy();
    rows.append(tail.rows.ordinals.subarray(0, tail.rows.rows), instantsOf(tail.rows));
    const ids = baseIds.copy();
    ids.appendAll(tail.ids);
    const properties = new Map<PropertyId, ValueColumn>();
    for (const [id, slot] of this.#properties) properties.set(id, slot.read().copy());
    for (const [id, { kind }] of tail.properties) {
      if (!properties.has(id)) properties.set(id, createValueColumn(kind));
    }
    for (const [id, values] of tail.properties) {
      const base = properties.get(id);
      if (base !== undefined) appendColumn(base, at, values);
    }
    this.#replaceBase(rows, ids, properties, order);
  }

  /** Keeps the events whose import number is another. Requires that all columns are loaded. */
  removeImport(importNumber: number): number {
    this.merge();
    const ids = this.ids.read();
    const kept: number[] = [];
    for (let row = 0; row < this.rows.rows; row++)
      if (ids.importNumbers.get(row) !== importNumber) kept.push(row);
    const removed = this.rows.rows - kept.length;
    if (removed === 0) return 0;
    const properties = new Map([...this.#properties].map(([id, slot]) => [id, slot.read()]));
    this.#replaceBase(this.rows.read(), ids, properties, Uint32Array.from(kept));
    this.#version = nextVersion();
    return removed;
  }

  /** Reads ids. */
  has(source: string, id: string): boolean {
    if (this.#tail?.ids.has(source, id) === true) return true;
    return this.rows.rows > 0 && this.ids.read().has(source, id);
  }

  fork(): EventPartition {
    const fork = new EventPartition(this.type, {
      rows: this.rows.fork(),
      ids: this.ids.fork(),
      properties: new Map([...this.#properties].map(([id, slot]) => [id, slot.fork()])),
    });
    this.#isTailShared = true;
    fork.#tail = this.#tail;
    fork.#isTailShared = true;
    fork.#version = this.#version;
    return fork;
  }

  /** Lets go of what only writing needs. */
  settle(): void {
    for (const slot of this.slots()) if (slot.isLoaded) slot.read().settle();
  }

  #settleTail(): void {
    if (this.#tail === undefined) return;
    const isWholeBaseLoaded = this.slots().every((slot) => slot.isLoaded);
    if (isWholeBaseLoaded && (this.rows.rows === 0 || this.#tail.count >= LONG_TAIL)) this.merge();
    else this.#tail = this.#tail.settled();
  }

  #replaceBase(
    rows: EventRows,
    ids: EventIds,
    properties: ReadonlyMap<PropertyId, ValueColumn>,
    order?: Uint32Array,
  ): void {
    this.#layout = nextVersion();
    this.rows.replace(order === undefined ? rows : rows.gathered(order));
    this.ids.replace(order === undefined ? ids : ids.gathered(order));
    for (const [id, values] of properties) {
      let slot = this.#properties.get(id);
      if (slot === undefined) {
        slot = propertySlot(this.type, id, { kind: values.kind });
        this.#properties.set(id, slot);
      }
      slot.replace(order === undefined ? values : values.gathered(order));
    }
  }
}

function propertySlot(
  type: EventTypeId,
  property: PropertyId,
  values: { readonly kind?: ValueType; readonly stored?: ColumnManifest },
): ColumnSlot<ValueColumn> {
  const form = { create: () => createValueColumn(values.kind ?? 'text'), decode: decodeValueColumn };
  return new ColumnSlot(eventPropertyColumn(type, property), form, values.stored);
}

function instantsOf(rows: EventRows): Float64Array {
  const instants = new Float64Array(rows.rows);
  rows.times.copyTo(instants, 0, rows.rows);
  return instants;
}

function compareIds(left: EventIds, leftRow: number, right: EventIds, rightRow: number): number {
  return left.ids.compareWith(leftRow, right.ids, rightRow);
}
