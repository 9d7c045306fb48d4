import type { ColumnTarget, ImportPlan } from '../../shared/import-api.ts';
import { type Ask, asksOf, type ImportDraft, isAnswered } from './import-draft.ts';

/** What keeps an import from starting; `columns` says where to look. */
export type PlanProblem =
  | { readonly kind: 'nothing-mapped' | 'no-key' | 'no-event-time' | 'no-event-type' | 'no-proof' }
  | { readonly kind: 'same-target'; readonly columns: readonly number[] }
  | { readonly kind: 'name-missing'; readonly columns: readonly number[] }
  | { readonly kind: 'open-ask'; readonly columns: readonly number[]; readonly ask: Ask };

export function planProblems(draft: ImportDraft): readonly PlanProblem[] {
  const { plan } = draft;
  const kinds = new Set(plan.columns.map((column) => column.target.kind));
  if ([...kinds].every((kind) => kind === 'ignore')) return [{ kind: 'nothing-mapped' }];
  const problems: PlanProblem[] = [];
  if (plan.rows === 'events') {
    if (!kinds.has('key')) problems.push({ kind: 'no-key' });
    if (!kinds.has('event-time')) problems.push({ kind: 'no-event-time' });
    if (!kinds.has('event-type') && !hasEventType(plan)) problems.push({ kind: 'no-event-type' });
  }
  const unnamed = columnsWhere(plan, isUnnamed);
  if (unnamed.length > 0) problems.push({ kind: 'name-missing', columns: unnamed });
  problems.push(...sameTargets(plan), ...openAsks(draft));
  if (bringsOptIns(plan) && plan.consentProof.trim() === '') problems.push({ kind: 'no-proof' });
  return problems;
}

/** Rows of profiles without a key cannot be recognised later. Allowed, but worth a word. */
export function isKeyless(plan: ImportPlan): boolean {
  return plan.rows === 'profiles' && !plan.columns.some((column) => column.target.kind === 'key');
}

/** A column whose yes means opted out brings none: a no needs no proof. */
export function bringsOptIns(plan: ImportPlan): boolean {
  return plan.columns.some(({ target }) => target.kind === 'consent' && target.yesMeans === undefined);
}

function hasEventType(plan: ImportPlan): boolean {
  if (plan.eventType === undefined) return false;
  return typeof plan.eventType === 'string' || plan.eventType.name.trim() !== '';
}

function openAsks(draft: ImportDraft): PlanProblem[] {
  return draft.plan.columns.flatMap((_, column) =>
    asksOf(draft, column)
      .filter((ask) => !isAnswered(draft, column, ask))
      .map((ask) => ({ kind: 'open-ask' as const, columns: [column], ask })),
  );
}

function sameTargets(plan: ImportPlan): PlanProblem[] {
  const columnsByTarget = new Map<string, number[]>();
  plan.columns.forEach(({ target }, column) => {
    const identity = targetIdentity(target);
    if (identity === undefined) return;
    columnsByTarget.set(identity, [...(columnsByTarget.get(identity) ?? []), column]);
  });
  return [...columnsByTarget.values()]
    .filter((columns) => columns.length > 1)
    .map((columns) => ({ kind: 'same-target' as const, columns }));
}

/** Equal for two targets that would overwrite each other; `undefined` where several columns may add up. */
function targetIdentity(target: ColumnTarget): string | undefined {
  switch (target.kind) {
    case 'key':
      return `key ${target.keyspace}`;
    case 'attribute':
      return `attribute ${keyOf(target.attribute)}`;
    case 'property':
      return `property ${keyOf(target.property)}`;
    case 'tag':
      return `tag ${typeof target.tag === 'string' ? target.tag : target.tag.name}`;
    case 'consent': {
      const topic = typeof target.topic === 'string' ? target.topic : target.topic.name;
      return `consent ${target.channel} ${topic}`;
    }
    case 'event-id':
    case 'event-type':
    case 'event-time':
      return target.kind;
    case 'ignore':
    case 'tags':
      return undefined;
  }
}

function keyOf(chosen: string | { readonly key: string }): string {
  return typeof chosen === 'string' ? chosen : chosen.key;
}

function isUnnamed(target: ColumnTarget): boolean {
  switch (target.kind) {
    case 'key':
      return target.keyspace.trim() === '';
    case 'attribute':
      return isBlank(target.attribute);
    case 'property':
      return isBlank(target.property);
    case 'tag':
      return isBlank(target.tag);
    case 'consent':
      return isBlank(target.topic);
    default:
      return false;
  }
}

function isBlank(chosen: string | { readonly name: string }): boolean {
  return typeof chosen !== 'string' && chosen.name.trim() === '';
}

function columnsWhere(plan: ImportPlan, test: (target: ColumnTarget) => boolean): number[] {
  return plan.columns.flatMap((column, index) => (test(column.target) ? [index] : []));
}
