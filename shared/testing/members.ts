import { assert } from '../kernel/assert.ts';
import type { Profile } from '../profile/profile.ts';
import type { SegmentDefinition } from '../segment/definition.ts';
import { interpret } from '../segment/interpret.ts';
import { resolve } from '../segment/resolve.ts';
import type { ResolveContext } from '../segment/resolve-context.ts';

/** The ids of the members by the interpreter. Requires a definition that is complete. */
export function membersOf(
  definition: SegmentDefinition,
  context: ResolveContext,
  profiles: readonly Profile[],
): readonly string[] {
  const { root, problems } = resolve(definition, context);
  const { meaning } = root;
  assert(meaning !== undefined, `the definition is complete: ${JSON.stringify(problems)}`);
  return profiles.filter((profile) => interpret(meaning, profile)).map((profile) => profile.id);
}
