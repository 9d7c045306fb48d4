import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import { sortedSet } from '../../shared/kernel/order.ts';
import { CHANNELS, type Channel, type DataModel } from '../../shared/profile/data-model.ts';
import type { Resolved } from '../../shared/segment/resolved.ts';
import type { ColumnName } from '../columns/column-name.ts';
import type { Population } from '../columns/population.ts';
import { columnsOf, type Engine } from '../engine/engine.ts';

/** Who can receive something on a channel: on at least one of the topics it is offered for (SEG-26). */
function canReceive(model: DataModel, channel: Channel): Resolved {
  const offered = model.topics.filter(({ channels }) => channels.includes(channel)).map(({ id }) => id);
  return { kind: 'can-receive', channel, match: 'any', topics: sortedSet(offered) };
}

export function columnsOfReach(population: Population, model: DataModel): readonly ColumnName[] {
  return CHANNELS.flatMap((channel) => [...columnsOf(population, canReceive(model, channel))]);
}

/** How many of `members` can receive something, by channel. Requires that `columnsOfReach` is loaded. */
export function reachOf(
  members: Bitmap,
  {
    engine,
    population,
    model,
  }: { readonly engine: Engine; readonly population: Population; readonly model: DataModel },
): Readonly<Record<Channel, number>> {
  const on = (channel: Channel) => members.countAnd(engine.evaluate(population, canReceive(model, channel)));
  return { email: on('email'), sms: on('sms') };
}
