import type { EventTypeId, PropertyId, ValueType } from '../../shared/profile/data-model.ts';
import type { Value } from '../../shared/profile/value.ts';

/** Events of one type and one source to append, column by column; all arrays have one length. */
export interface EventBatch {
  readonly type: EventTypeId;
  /** Profile ordinals. */
  readonly ordinals: Uint32Array;
  /** Instants in milliseconds, in any order. */
  readonly occurredAt: Float64Array;
  /** Unique within `source`; who appends has dropped those already there (SEG-13). */
  readonly ids: readonly string[];
  readonly source: string;
  /** The local number of the import they came by, so that it can be undone; 0 for none. At most 2^32 − 1. */
  readonly importNumber: number;
  readonly properties: readonly PropertyValues[];
}

export interface PropertyValues {
  readonly property: PropertyId;
  readonly type: ValueType;
  readonly values: BatchValues;
}

/** Values of a batch, already converted to their declared type (SEG-4). */
export type BatchValues =
  /** Any type; `undefined` is no value. */
  | readonly (Value | undefined)[]
  /** Numbers, days or instants; NaN is no value. */
  | Float64Array
  /** Text by code: 0 is no value, code k is `dictionary[k - 1]`. */
  | { readonly codes: Uint8Array | Uint16Array | Uint32Array; readonly dictionary: readonly string[] };
