import { unreachable } from '../../shared/kernel/assert.ts';
import type { MutationRefusal, WorkerError } from '../../shared/worker-api.ts';
import { formatList } from './format-number.ts';

/** What happened, what was kept, what to do next. */
export function workerErrorText(error: WorkerError): string {
  switch (error.kind) {
    case 'no-workspace':
      return 'There is no workspace on this device yet. Start one to go on.';
    case 'storage-full':
      return 'This device has no room left, so nothing was changed. Free some space, then try again.';
    case 'storage-failed':
      return `The browser could not write, so nothing was changed: ${error.message}`;
    case 'page-damaged':
      return 'A part of the stored data cannot be read. The rest is untouched.';
    default:
      return unreachable(error);
  }
}

export function refusalText(refusal: MutationRefusal): string {
  switch (refusal.kind) {
    case 'unknown-profile':
      return 'This profile is no longer there. Nothing was changed.';
    case 'unknown-segment':
      return 'This segment is no longer there. Nothing was changed.';
    case 'unknown-definition':
      return 'What this refers to is no longer there. Nothing was changed.';
    case 'key-taken':
      return `Another profile already has ${refusal.key.value}. Nothing was changed.`;
    case 'name-taken':
      return `“${refusal.name}” is already taken. Choose another name.`;
    case 'name-empty':
      return 'Give it a name first.';
    case 'value-refused':
      return 'This value does not fit the type of the attribute. Nothing was changed.';
    case 'type-fixed':
      return 'The type cannot change once there are values. Nothing was changed.';
    case 'in-use':
      return `Still used by ${formatList(refusal.segments.map((segment) => `“${segment.title}”`))}. Remove it there first, or archive it.`;
    case 'cycle':
      return 'A segment cannot contain itself, not even by way of others. Nothing was saved.';
    case 'definition-refused':
      return `This definition cannot be saved: ${refusal.problems.map((problem) => problem.message).join('; ')}`;
    case 'consent-held':
      return `This consent cannot be changed: ${refusal.why}`;
    default:
      return workerErrorText(refusal);
  }
}
