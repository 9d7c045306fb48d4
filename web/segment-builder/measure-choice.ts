import type { Measure, NodeId } from '../../shared/segment/definition.ts';
import { makeNumberTest } from './number-tests.ts';

/** What an event condition counts, as one list: at least once is the one that is not written down. */
export type MeasureChoice = 'once' | 'days' | Measure['kind'];

export const MEASURE_CHOICES: readonly MeasureChoice[] = [
  'once',
  'count',
  'sum',
  'average',
  'minimum',
  'maximum',
  'distinct',
  'days',
  'first',
  'last',
];

export function choiceOf(measure: Measure | undefined): MeasureChoice {
  if (!measure) return 'once';
  return measure.kind === 'distinct' && measure.property === 'occurred-on' ? 'days' : measure.kind;
}

/** The measure of a choice; number and property are kept where they still fit. */
export function makeMeasure(
  choice: MeasureChoice,
  previous: Measure | undefined,
  newId: () => NodeId,
): Measure | undefined {
  const compare = previous && 'compare' in previous ? previous.compare : makeNumberTest('at-least');
  const property =
    previous && 'property' in previous && previous.property !== 'occurred-on' ? previous.property : null;
  switch (choice) {
    case 'once':
      return undefined;
    case 'count':
      return { kind: 'count', compare };
    case 'distinct':
      return { kind: 'distinct', property, compare };
    case 'days':
      return { kind: 'distinct', property: 'occurred-on', compare };
    case 'first':
    case 'last': {
      const where =
        previous && 'where' in previous
          ? previous.where
          : ({ kind: 'group', id: newId(), match: 'all', children: [] } as const);
      return { kind: choice, where };
    }
    default:
      return { kind: choice, property, compare };
  }
}
