import { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { StoredColumn, ValueColumn } from './column.ts';
import type { ConsentColumn } from './consent-column.ts';
import type { EventRows } from './event-rows.ts';
import type { FlagColumn } from './flag-column.ts';

/**
 * How many of the live profiles have a value, a tag, a recorded consent, or an event; 0 for ids and keys.
 * Not for properties of events: their rows are no profiles.
 */
export function countFilled(column: StoredColumn | FilledColumn, live: Bitmap): number {
  return 'kind' in column ? filledProfiles(column, live.length).countAnd(live) : 0;
}

type FilledColumn =
  | ValueColumn
  | FlagColumn
  | ConsentColumn
  | EventRows
  | (StoredColumn & { readonly kind: 'ids' | 'key' | 'event-ids' });

function filledProfiles(column: FilledColumn, profileCount: number): Bitmap {
  switch (column.kind) {
    case 'flag':
      return column.toBitmap(profileCount);
    case 'consent':
      return column.inAnyOf(['opted-in', 'confirmed', 'pending', 'opted-out'], profileCount);
    case 'event-rows':
      return profilesOf(column.ordinals, column.rows, profileCount);
    case 'ids':
    case 'key':
    case 'event-ids':
      return new Bitmap(profileCount);
    default:
      return withValue(column, profileCount);
  }
}

function withValue(column: ValueColumn, profileCount: number): Bitmap {
  return new Bitmap(profileCount, column.present({ from: 0, to: profileCount }));
}

function profilesOf(ordinals: Uint32Array, rows: number, profileCount: number): Bitmap {
  const profiles = new Bitmap(profileCount);
  for (let row = 0; row < rows; row++) profiles.add(ordinals[row] as number);
  return profiles;
}
