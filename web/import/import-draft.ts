import type {
  ColumnPlan,
  ColumnReading,
  ColumnTarget,
  FileInspection,
  ImportPlan,
} from '../../shared/import-api.ts';
import type { DataModel, ValueType } from '../../shared/profile/data-model.ts';

export type Ask = 'date-order' | 'decimal';

/** An import being prepared: what was found in the file, and what the person made of it. */
export interface ImportDraft {
  readonly inspection: FileInspection;
  readonly plan: ImportPlan;
  /** Questions answered so far, by column. */
  readonly answered: readonly { readonly column: number; readonly ask: Ask }[];
}

export function startDraft(inspection: FileInspection): ImportDraft {
  return { inspection, plan: inspection.plan, answered: [] };
}

/** The type that the target itself decides, or `undefined` where the file may choose. */
export function fixedType(target: ColumnTarget, model: DataModel): ValueType | undefined {
  switch (target.kind) {
    case 'attribute':
      return typeOf(model.attributes, target.attribute);
    case 'property':
      return typeOf(model.properties, target.property);
    case 'tag':
      return 'yes-no';
    case 'tags':
      return 'list';
    case 'event-time':
      return 'timestamp';
    case 'key':
    case 'event-id':
    case 'event-type':
    case 'consent':
      return 'text';
    case 'ignore':
      return undefined;
  }
}

/** As the values alone would be read, wherever the column goes. */
function suggestedType(draft: ImportDraft, column: number): ValueType | undefined {
  const { columns, plan } = draft.inspection;
  return columns[column]?.suggested?.type ?? plan.columns[column]?.reading.type;
}

function typeOf(
  defined: readonly { readonly id: string; readonly type: ValueType }[],
  chosen: string | { readonly key: string },
): ValueType | undefined {
  return typeof chosen === 'string' ? defined.find((one) => one.id === chosen)?.type : undefined;
}

export function retarget(
  draft: ImportDraft,
  column: number,
  target: ColumnTarget,
  model: DataModel,
): ImportDraft {
  const suggested = suggestedType(draft, column);
  return editColumn(draft, column, (plan) => ({
    ...plan,
    target,
    reading: { ...plan.reading, type: fixedType(target, model) ?? suggested ?? plan.reading.type },
  }));
}

/** Choosing a way to read answers the question that stood behind it. */
export function reread(draft: ImportDraft, column: number, changed: Partial<ColumnReading>): ImportDraft {
  const edited = editColumn(draft, column, (plan) => ({ ...plan, reading: { ...plan.reading, ...changed } }));
  const asks: Ask[] = [];
  if (changed.dateOrder !== undefined) asks.push('date-order');
  if (changed.decimal !== undefined) asks.push('decimal');
  return asks.reduce((next, ask) => answer(next, column, ask), edited);
}

export function toggleNoValueWord(draft: ImportDraft, column: number, word: string): ImportDraft {
  return editColumn(draft, column, (plan) => {
    const words = plan.reading.noValueWords;
    const next = words.includes(word) ? words.filter((one) => one !== word) : [...words, word];
    return { ...plan, reading: { ...plan.reading, noValueWords: next } };
  });
}

export function editPlan(draft: ImportDraft, changed: Partial<ImportPlan>): ImportDraft {
  return { ...draft, plan: { ...draft.plan, ...changed } };
}

function editColumn(draft: ImportDraft, column: number, edit: (plan: ColumnPlan) => ColumnPlan): ImportDraft {
  const columns = draft.plan.columns.map((plan, index) => (index === column ? edit(plan) : plan));
  return editPlan(draft, { columns });
}

function answer(draft: ImportDraft, column: number, ask: Ask): ImportDraft {
  if (isAnswered(draft, column, ask)) return draft;
  return { ...draft, answered: [...draft.answered, { column, ask }] };
}

export function isAnswered(draft: ImportDraft, column: number, ask: Ask): boolean {
  return draft.answered.some((one) => one.column === column && one.ask === ask);
}

/** The questions that a column poses as it is mapped now, answered or not. */
export function asksOf(draft: ImportDraft, column: number): readonly Ask[] {
  const plan = draft.plan.columns[column];
  const found = draft.inspection.columns[column];
  const suggested = suggestedType(draft, column);
  if (plan === undefined || found === undefined || plan.target.kind === 'ignore') return [];
  const type = plan.reading.type;
  if (type === 'date' || type === 'timestamp') {
    // The file was never asked whether its texts are dates: so the person is, unless they are plain.
    const unsure = suggested !== 'date' && suggested !== 'timestamp' && !found.samples.every(startsWithYear);
    return found.asks.includes('date-order') || unsure ? ['date-order'] : [];
  }
  if (type === 'number') {
    const unsure = suggested !== 'number' && found.samples.some((sample) => /\d[.,]\d/.test(sample));
    return found.asks.includes('decimal') || unsure ? ['decimal'] : [];
  }
  return [];
}

function startsWithYear(sample: string): boolean {
  return /^\s*\d{4}\D/.test(sample);
}

/**
 * The file read anew (another delimiter, another encoding): columns that kept their place and name keep
 * what the person decided about them; all others are as newly found.
 */
export function carryOver(before: ImportDraft, inspection: FileInspection): ImportDraft {
  const fresh = startDraft(inspection);
  if (before.plan.rows !== inspection.plan.rows) return fresh;
  const isKept = (index: number) => {
    const known = before.inspection.plan.columns[index];
    return known !== undefined && known.header === inspection.plan.columns[index]?.header;
  };
  const columns = inspection.plan.columns.map((found, index) => {
    const edited = before.plan.columns[index];
    const wasEdited = edited !== undefined && edited !== before.inspection.plan.columns[index];
    return wasEdited && isKept(index) ? edited : found;
  });
  const { consentProof, timeZone, eventType } = before.plan;
  const kept = eventType === undefined ? {} : { eventType };
  return {
    inspection,
    plan: { ...inspection.plan, ...kept, columns, consentProof, timeZone },
    answered: before.answered.filter((one) => isKept(one.column)),
  };
}

/** Nobody has a proof at hand: what could opt somebody in stays out. */
export function leaveConsentsOut(draft: ImportDraft): ImportDraft {
  const columns = draft.plan.columns.map(
    (plan): ColumnPlan =>
      plan.target.kind === 'consent' && plan.target.yesMeans === undefined
        ? { ...plan, target: { kind: 'ignore' } }
        : plan,
  );
  return editPlan(draft, { columns });
}
