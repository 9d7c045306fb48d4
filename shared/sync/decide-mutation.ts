import { unreachable } from '../kernel/assert.ts';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import { decideDefine, decideRemoveDefinition } from './decide-definition.ts';
import { decideProfileMutation } from './decide-profile.ts';
import { decideSegmentMutation } from './decide-segment.ts';
import type { Decision } from './decision.ts';
import type { Held } from './held.ts';
import type { Mutation, WorkspaceSettings } from './mutation.ts';
import type { Refusal } from './refusal.ts';

/** What `mutation`, made at `at`, comes to given what is held; or why nothing of it can be. */
export function decideMutation(mutation: Mutation, held: Held, at: Instant): Result<Decision, Refusal> {
  switch (mutation.name) {
    case 'create-profile':
    case 'set-attribute':
    case 'add-tag':
    case 'remove-tag':
    case 'record-consent':
    case 'set-suppressed':
    case 'trash-profile':
    case 'restore-profile':
      return decideProfileMutation(mutation, held, at);
    case 'create-segment':
    case 'revise-segment':
    case 'rename-segment':
    case 'describe-segment':
    case 'archive-segment':
    case 'unarchive-segment':
    case 'delete-segment':
    case 'restore-segment':
      return decideSegmentMutation(mutation, held, at);
    case 'define-attribute':
      return decideDefine({ kind: 'attribute', definition: mutation.attribute }, held);
    case 'define-property':
      return decideDefine({ kind: 'property', definition: mutation.property }, held);
    case 'define-event-type':
      return decideDefine({ kind: 'event-type', definition: mutation.eventType }, held);
    case 'define-tag':
      return decideDefine({ kind: 'tag', definition: mutation.tag }, held);
    case 'define-topic':
      return decideDefine({ kind: 'topic', definition: mutation.topic }, held);
    case 'remove-definition':
      return decideRemoveDefinition(mutation, held);
    case 'change-settings':
      return decideSettings(mutation.settings, held);
    default:
      return unreachable(mutation);
  }
}

function decideSettings(wanted: WorkspaceSettings, held: Held): Result<Decision, Refusal> {
  const settings = { ...wanted, name: wanted.name.trim() };
  if (settings.name === '') return err({ kind: 'name-empty' });
  return ok({
    mutation: { name: 'change-settings', settings },
    replaced: { kind: 'settings', settings: held.settings },
    rows: [{ kind: 'settings', settings }],
  });
}
