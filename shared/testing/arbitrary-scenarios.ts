import fc from 'fast-check';
import type { DataModel } from '../profile/data-model.ts';
import type { Profile } from '../profile/profile.ts';
import type { SegmentDefinition, SegmentId } from '../segment/definition.ts';
import type { ResolveContext } from '../segment/resolve-context.ts';
import { definitions } from './arbitrary-definitions.ts';
import { populations } from './arbitrary-profiles.ts';
import { clocks } from './arbitrary-values.ts';
import { aDataModel } from './builders.ts';

/** A complete definition with all it needs to be resolved, and people to put it to. */
export interface Scenario {
  readonly context: ResolveContext;
  readonly definition: SegmentDefinition;
  readonly profiles: readonly Profile[];
}

/** What differential tests draw: any evaluator must agree with the interpreter on every profile of these. */
export function scenarios(
  size: { readonly minLength?: number; readonly maxLength?: number } = {},
): fc.Arbitrary<Scenario> {
  return fc.tuple(dataModels, clocks).chain(([dataModel, clock]) => {
    const { now } = clock;
    const base = definitions({ dataModel, now, depth: 1 });
    return base.chain((first) => {
      const referring = definitions({ dataModel, now, depth: 1, segments: [FIRST] });
      return referring.chain((second) => {
        const segments = new Map([
          [FIRST, { definition: first }],
          [SECOND, { definition: second }],
        ]);
        const whole = definitions({ dataModel, now, segments: [FIRST, SECOND], withMuted: true });
        return fc.tuple(whole, populations(dataModel, now, size)).map(([definition, profiles]) => ({
          context: { ...clock, dataModel, segments },
          definition,
          profiles,
        }));
      });
    });
  });
}

const FIRST = 's1' as SegmentId;
const SECOND = 's2' as SegmentId;

/** Everything of `aDataModel`, some of it archived, which must not change who is in (SEG-24). */
export const dataModels: fc.Arbitrary<DataModel> = fc
  .array(fc.boolean(), { minLength: 8, maxLength: 8 })
  .map((marks) => {
    const some = <Defined extends { readonly archived: boolean }>(all: readonly Defined[]) =>
      all.map((one, index) => ({ ...one, archived: marks[index % marks.length] === true }));
    const { attributes, properties, eventTypes, tags, topics } = aDataModel();
    return {
      attributes: some(attributes),
      properties: some(properties),
      eventTypes: some(eventTypes),
      tags: some(tags),
      topics: some(topics),
    };
  });
