import { v7 } from 'uuid';

/** A new id, in the order of making. Only composition roots call it; the rest get it handed in. */
export function newId(): string {
  return v7();
}
