import { unreachable } from '../../shared/kernel/assert.ts';
import type { IncompleteWhat, Problem } from '../../shared/segment/resolved.ts';

const MISSING: Readonly<Record<IncompleteWhat, string>> = {
  subject: 'nothing is chosen yet',
  values: 'there is no value to compare with',
  number: 'a number is missing',
  date: 'a date or an amount of time is missing',
  states: 'no state of consent is chosen',
  'empty-group': 'the group is empty',
  property: 'no property is chosen',
};

/** One line: where, and what is wrong. */
export function describeProblem({ path, reason }: Problem): string {
  return `${path}: ${describe(reason)}`;
}

function describe(reason: Problem['reason']): string {
  switch (reason.kind) {
    case 'incomplete':
      return `incomplete, ${MISSING[reason.what]}`;
    case 'missing':
      return `there is no ${reason.what.replace('-', ' ')} “${reason.id}”`;
    case 'unknown-kind':
      return `there is no kind “${reason.name}”`;
    case 'unknown-operator':
      return `there is no operator “${reason.name}”`;
    case 'wrong-type':
      return `“${reason.operator}” does not suit values of type ${reason.type}`;
    case 'segment-broken':
      return `the segment “${reason.segment}” is broken`;
    case 'segment-incomplete':
      return `the segment “${reason.segment}” is incomplete`;
    case 'cycle':
      return `the segments refer to each other in a circle: ${reason.through.join(' → ')}`;
    default:
      return unreachable(reason);
  }
}
