import type { NodeId } from '../../shared/segment/definition.ts';
import type { RevisionId } from '../../shared/sync/mutation.ts';
import type { Evaluation, WorkerApi } from '../../shared/worker-api.ts';
import type { createMutate } from '../data/create-mutate.ts';
import { builderWords } from '../words/en-builder.ts';
import type { DraftStore } from './draft-store.ts';
import { isIncomplete } from './problem-text.ts';

export interface PublishParts {
  readonly worker: Pick<WorkerApi, 'evaluate' | 'discardDraft'>;
  readonly mutate: ReturnType<typeof createMutate>;
  readonly store: DraftStore;
  readonly revision: RevisionId;
  /** What is saved now, as the person has been told: saving follows it too, and so takes its place (SYN-10). */
  readonly newest?: RevisionId | undefined;
}

export type Publication =
  | { readonly kind: 'published'; readonly title: string }
  /** Said to the person already. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unfinished'; readonly text: string; readonly node: NodeId | undefined };

/** Makes the draft the segment's newest revision. An incomplete or broken one stays a draft (SEG-5, SEG-22). */
export async function publish(parts: PublishParts): Promise<Publication> {
  const draft = parts.store.draft();
  const { segment, definition } = draft;
  const asked = await parts.worker.evaluate({ lane: `publish ${segment}`, definition, segment });
  if (asked.ok && asked.value.state !== 'complete') return unfinished(asked.value);
  const title = draft.title.trim() || builderWords.untitled;
  const published = parts.store.published();
  if (published === null) {
    const { description } = draft;
    const created = await parts.mutate({
      name: 'create-segment',
      segment,
      title,
      description,
      revision: parts.revision,
      definition,
    });
    if (!created) return { kind: 'refused' };
  } else {
    if (title !== published.title && !(await parts.mutate({ name: 'rename-segment', segment, title })))
      return { kind: 'refused' };
    const parents = [...new Set([draft.basedOn, parts.newest])].filter((parent) => parent != null);
    const revised = await parts.mutate({
      name: 'revise-segment',
      segment,
      revision: parts.revision,
      parents,
      definition,
    });
    if (!revised) return { kind: 'refused' };
  }
  parts.store.markPublished(parts.revision, title);
  await parts.worker.discardDraft(segment);
  return { kind: 'published', title };
}

function unfinished(evaluation: Evaluation): Publication {
  const broken = evaluation.problems.find((problem) => !isIncomplete(problem));
  const first = broken ?? evaluation.problems[0];
  const text = broken ? builderWords.mendFirst : builderWords.finishFirst;
  return { kind: 'unfinished', text, node: first?.node };
}
