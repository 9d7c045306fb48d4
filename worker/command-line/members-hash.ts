import { createHash } from 'node:crypto';
import { compareCodePoints } from '../../shared/kernel/order.ts';

/** Ids sorted by their UTF-8 bytes. */
export function sortIds(ids: readonly string[]): readonly string[] {
  return [...ids].sort(compareCodePoints);
}

/** SHA-256 over sorted ids, joined with one line feed, none at the end: equal members have equal hashes. */
export function hashMembers(sortedIds: readonly string[]): string {
  return createHash('sha256').update(sortedIds.join('\n'), 'utf8').digest('hex');
}
