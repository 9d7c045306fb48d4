import { unreachable } from '../../shared/kernel/assert.ts';
import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Population } from '../columns/population.ts';
import { withAverageInRange } from './measure-average.ts';
import { withChosenEvent } from './measure-chosen.ts';
import { withCountInRange } from './measure-count.ts';
import { withDistinctDaysInRange, withDistinctInRange } from './measure-distinct.ts';
import { withExtremeInRange } from './measure-extreme.ts';
import { withSumInRange } from './measure-sum.ts';
import { type EventLeaf, selectEvents } from './select-events.ts';
import { selectNumbers } from './selected-numbers.ts';

/** Profiles whose events, those that meet type, window and `where`, have the measure asked for. */
export function evaluateEvent(population: Population, leaf: EventLeaf): Bitmap {
  const { measure } = leaf;
  const { profileCount } = population;
  const selections = selectEvents(population, leaf);
  switch (measure.kind) {
    case 'count':
      return withCountInRange(
        selections.map(({ ordinals }) => ordinals),
        measure.range,
        profileCount,
      );
    case 'sum':
      return withSumInRange(selectNumbers(selections, measure.property), measure.range, profileCount);
    case 'average':
      return withAverageInRange(selectNumbers(selections, measure.property), measure.range, profileCount);
    case 'minimum':
    case 'maximum': {
      const { range } = measure;
      return withExtremeInRange(measure.kind, selectNumbers(selections, measure.property), {
        range,
        profileCount,
      });
    }
    case 'distinct':
      return withDistinctInRange(selections, measure.property, { range: measure.range, profileCount });
    case 'distinct-days':
      return withDistinctDaysInRange(selections, measure.zone, { range: measure.range, profileCount });
    case 'first':
    case 'last':
      return withChosenEvent(measure.kind, selections, { where: measure.where, profileCount });
    default:
      return unreachable(measure);
  }
}
