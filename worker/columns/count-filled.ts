import { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { AnySlot } from './column-set.ts';
import type { EventRows } from './event-rows.ts';

type AnyColumn = ReturnType<AnySlot['read']>;

/**
 * How many of the live profiles have a value, a tag, a recorded consent, or an event; 0 for ids and keys.
 * Not for properties of events: their rows are no profiles.
 */
export function countFilled(column: AnyColumn | undefined, live: Bitmap): number {
  return column === undefined ? 0 : filledProfiles(column, live.length).countAnd(live);
}

/** Live profiles with an event in any of the runs. */
export function countProfilesWithEvents(runs: readonly { readonly rows: EventRows }[], live: Bitmap): number {
  const profiles = new Bitmap(live.length);
  for (const { rows } of runs) addProfiles(profiles, rows);
  return profiles.countAnd(live);
}

function filledProfiles(column: AnyColumn, profileCount: number): Bitmap {
  switch (column.kind) {
    case 'flag':
      return column.toBitmap(profileCount);
    case 'consent':
      return column.inAnyOf(['opted-in', 'confirmed', 'pending', 'opted-out'], profileCount);
    case 'event-rows': {
      const profiles = new Bitmap(profileCount);
      addProfiles(profiles, column);
      return profiles;
    }
    case 'ids':
    case 'key':
    case 'event-ids':
      return new Bitmap(profileCount);
    default:
      return new Bitmap(profileCount, column.present({ from: 0, to: profileCount }));
  }
}

function addProfiles(profiles: Bitmap, { ordinals, rows }: EventRows): void {
  for (let row = 0; row < rows; row++) profiles.add(ordinals[row] as number);
}
