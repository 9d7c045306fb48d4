import { unreachable } from '../../shared/kernel/assert.ts';
import { Bitmap } from '../../shared/kernel/bitmap.ts';

import { ADDRESS_ATTRIBUTE, type Channel } from '../../shared/profile/data-model.ts';
import { RECEIVABLE_STATES } from '../../shared/profile/profile.ts';
import type { ResolvedCondition } from '../../shared/segment/resolved.ts';
import type { Population } from '../columns/population.ts';
import { evaluateEvent } from './evaluate-event.ts';
import { isReachableAddress } from './reachable-address.ts';
import { testValues } from './test-values.ts';

type ConsentLeaf = Extract<ResolvedCondition, { kind: 'consent' }>;

/** All profiles that satisfy one condition, trashed ones included. Requires that its columns are loaded. */
export function evaluateLeaf(population: Population, leaf: ResolvedCondition): Bitmap {
  const { profileCount } = population;
  const everyRow = { from: 0, to: profileCount };
  switch (leaf.kind) {
    case 'attribute':
      return new Bitmap(
        profileCount,
        testValues(population.attributeValues(leaf.attribute), leaf.test, everyRow),
      );
    case 'tag':
      return combineAll(leaf.match, leaf.tags, profileCount, (tag) => tagged(population, tag));
    case 'consent':
      return withConsent(population, leaf);
    case 'can-receive': {
      const { channel, match, topics } = leaf;
      const reachable = withAddress(population, channel);
      const suppressed = population.suppressionFlags(channel)?.toBitmap(profileCount);
      if (suppressed !== undefined) reachable.andNotWith(suppressed);
      return reachable.andWith(
        withConsent(population, { channel, match, topics, states: RECEIVABLE_STATES }),
      );
    }
    case 'event':
      return evaluateEvent(population, leaf);
    case 'created':
    case 'changed':
      return new Bitmap(profileCount, population.instants(leaf.kind).within(leaf.from, leaf.to, everyRow));
    case 'source':
      return new Bitmap(profileCount, testValues(population.sources(), leaf.test, everyRow));
    case 'known':
      return population.knownFlags().toBitmap(profileCount);
    case 'has-address':
      return withAddress(population, leaf.channel);
    default:
      return unreachable(leaf);
  }
}

function tagged(population: Population, tag: Parameters<Population['tagFlags']>[0]): Bitmap {
  return population.tagFlags(tag)?.toBitmap(population.profileCount) ?? new Bitmap(population.profileCount);
}

function withConsent(
  population: Population,
  leaf: Pick<ConsentLeaf, 'channel' | 'match' | 'topics' | 'states'>,
): Bitmap {
  const { profileCount } = population;
  return combineAll(leaf.match, leaf.topics, profileCount, (topic) => {
    const states = population.consentStates(topic, leaf.channel);
    if (states !== undefined) return states.inAnyOf(leaf.states, profileCount);
    return leaf.states.includes('never-asked') ? Bitmap.full(profileCount) : new Bitmap(profileCount);
  });
}

/** Profiles with an address on the channel that a message can be sent to (SEG-42). */
function withAddress(population: Population, channel: Channel): Bitmap {
  const { profileCount } = population;
  const column = population.attributeValues(ADDRESS_ATTRIBUTE[channel]);
  if (column?.kind !== 'text') return new Bitmap(profileCount);
  const marks = column.dictionary.passing(`address ${channel}`, (text) => isReachableAddress(channel, text));
  return new Bitmap(profileCount, column.marked(marks, { from: 0, to: profileCount }));
}

/** Any of nothing is nobody, all of nothing everyone. */
function combineAll<Item>(
  match: 'any' | 'all',
  items: readonly Item[],
  profileCount: number,
  membersOf: (item: Item) => Bitmap,
): Bitmap {
  const [first, ...others] = items;
  if (first === undefined) return match === 'any' ? new Bitmap(profileCount) : Bitmap.full(profileCount);
  const members = membersOf(first);
  for (const item of others) {
    if (match === 'any') members.orWith(membersOf(item));
    else members.andWith(membersOf(item));
  }
  return members;
}
