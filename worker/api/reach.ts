import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import { sortedSet } from '../../shared/kernel/order.ts';
import { isValidAddress } from '../../shared/profile/address.ts';
import {
  ADDRESS_ATTRIBUTE,
  CHANNELS,
  type Channel,
  type DataModel,
  type TopicId,
} from '../../shared/profile/data-model.ts';
import { RECEIVABLE_STATES } from '../../shared/profile/profile.ts';
import type { ColumnName } from '../columns/column-name.ts';
import type { Population } from '../columns/population.ts';
import { columnsOf, type Engine } from '../engine/engine.ts';

/** Something can be received on at least one of the topics that a channel is offered for (SEG-26). */
function topicsOn(model: DataModel, channel: Channel): readonly TopicId[] {
  return sortedSet(model.topics.filter(({ channels }) => channels.includes(channel)).map(({ id }) => id));
}

export function columnsOfReach(population: Population, model: DataModel): readonly ColumnName[] {
  return CHANNELS.flatMap((channel) => {
    const topics = topicsOn(model, channel);
    return [...columnsOf(population, { kind: 'can-receive', channel, match: 'any', topics })];
  });
}

/** How many of `members` can receive something, by channel. Requires that `columnsOfReach` is loaded. */
export function reachOf(
  members: Bitmap,
  of: { readonly engine: Engine; readonly population: Population; readonly model: DataModel },
): Readonly<Record<Channel, number>> {
  return { email: reachOn('email', members, of), sms: reachOn('sms', members, of) };
}

/**
 * The same as counting those who meet `can-receive`; but addresses are looked at last, and only of those
 * who have permission: judging a million of them takes half a second.
 */
function reachOn(
  channel: Channel,
  members: Bitmap,
  { engine, population, model }: Parameters<typeof reachOf>[1],
): number {
  const topics = topicsOn(model, channel);
  const permitted = engine
    .evaluate(population, { kind: 'consent', channel, match: 'any', topics, states: RECEIVABLE_STATES })
    .andWith(members);
  const suppressed = population.suppressionFlags(channel)?.toBitmap(population.profileCount);
  if (suppressed !== undefined) permitted.andNotWith(suppressed);
  const addresses = population.attributeValues(ADDRESS_ATTRIBUTE[channel]);
  if (addresses?.kind !== 'text') return 0;
  const isValid = addresses.dictionary.asked(`address ${channel}`, (text) => isValidAddress(channel, text));
  let count = 0;
  permitted.forEach((ordinal) => {
    if (ordinal < addresses.rows && isValid(addresses.codes[ordinal] ?? 0)) count += 1;
  });
  return count;
}
