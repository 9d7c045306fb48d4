import { unreachable } from '../../shared/kernel/assert.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import type { Problem } from '../../shared/segment/resolved.ts';
import { words } from '../words/en.ts';
import { problemWords as texts } from '../words/en-problems.ts';

/** What is missing and how to mend it (SEG-5, SEG-22). */
export function problemText(problem: Problem, titleOf: (id: SegmentId) => string | undefined): string {
  const { reason } = problem;
  const title = (id: SegmentId) => titleOf(id) ?? words.common.unknown;
  switch (reason.kind) {
    case 'incomplete':
      return texts[reason.what];
    case 'missing':
      return texts.missing[reason.what];
    case 'unknown-kind':
      return texts.unknownKind(reason.name);
    case 'unknown-operator':
      return texts.unknownOperator(reason.name);
    case 'wrong-type':
      return texts.wrongType;
    case 'segment-broken':
      return texts.segmentBroken(title(reason.segment));
    case 'segment-incomplete':
      return texts.segmentIncomplete(title(reason.segment));
    case 'cycle':
      return texts.cycle(reason.through.map(title).join(' → '));
    default:
      return unreachable(reason);
  }
}

export function isIncomplete(problem: Problem): boolean {
  return problem.reason.kind === 'incomplete' || problem.reason.kind === 'segment-incomplete';
}
