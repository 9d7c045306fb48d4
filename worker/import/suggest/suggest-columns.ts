import type {
  ColumnPlan,
  ColumnReading,
  ColumnTarget,
  FileInspection,
  ImportPlan,
} from '../../../shared/import-api.ts';
import type { TimeZone } from '../../../shared/kernel/time.ts';
import type { DataModel, ValueType } from '../../../shared/profile/data-model.ts';
import { createCellReader } from '../cells/read-cell.ts';
import { nameOf } from '../header-words.ts';
import { type SampleValues, sampleColumn } from './sample-values.ts';
import { type SuggestedReading, suggestReading } from './suggest-reading.ts';
import { suggestTargets } from './suggest-targets.ts';

export interface SuggestedColumns {
  readonly plan: Pick<ImportPlan, 'rows' | 'columns' | 'eventType'>;
  readonly columns: FileInspection['columns'];
}

export interface SampledTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Out of `rows`. */
  readonly sample: readonly (readonly string[])[];
  readonly fileName: string;
  readonly model: DataModel;
  readonly timeZone: TimeZone;
  /** Said by hand. */
  readonly kind: ImportPlan['rows'] | undefined;
}

const SHOWN_SAMPLES = 5;

/** How each column should be read, where it goes, and why. */
export function suggestColumns(table: SampledTable): SuggestedColumns {
  const { headers, model, timeZone } = table;
  const found = headers.map((header, index) => {
    const sample = sampleColumn(header, index, table);
    return { sample, ...suggestReading(sample) };
  });
  const { rows, targets } = suggestTargets(found, model, table.kind);
  const columns = found.map((column, index): ColumnPlan => {
    const target = targets[index] ?? { kind: 'ignore' };
    return { header: column.sample.header, target, reading: readingFor(target, column.reading, model) };
  });
  const needsType = rows === 'events' && !targets.some(({ kind }) => kind === 'event-type');
  const stem = table.fileName.replace(/(?:\.(?:csv|tsv|txt|gz))+$/i, '');
  return {
    plan: { rows, columns, ...(needsType && { eventType: { name: nameOf(stem, 'Event') } }) },
    columns: found.map((column, index) => describe(column, columns[index], timeZone)),
  };
}

function describe(
  { sample, ...found }: SuggestedReading & { readonly sample: SampleValues },
  plan: ColumnPlan | undefined,
  timeZone: TimeZone,
): FileInspection['columns'][number] {
  const read = createCellReader(plan?.reading ?? found.reading, timeZone);
  return {
    header: sample.header,
    samples: sample.values.slice(0, SHOWN_SAMPLES).map(({ text }) => text),
    emptyCount: sample.emptyCount,
    suggested: found.reading,
    reason: found.reason,
    asks: found.asks,
    noValueCandidates: found.noValueCandidates,
    unreadable: sample.values
      .filter(({ text }) => read(text) === undefined)
      .slice(0, SHOWN_SAMPLES)
      .map(({ text }) => text),
  };
}

/** What a place demands of its cells, whatever they look like: keys are texts, known attributes have their type. */
function readingFor(target: ColumnTarget, found: ColumnReading, model: DataModel): ColumnReading {
  const type = typeDemanded(target, model);
  return type === undefined || type === found.type ? found : { ...found, type };
}

function typeDemanded(target: ColumnTarget, model: DataModel): ValueType | undefined {
  switch (target.kind) {
    case 'key':
    case 'event-id':
    case 'event-type':
      return 'text';
    case 'tags':
      return 'list';
    case 'event-time':
      return 'timestamp';
    case 'attribute':
      return model.attributes.find(({ id }) => id === target.attribute)?.type;
    case 'property':
      return model.properties.find(({ id }) => id === target.property)?.type;
    case 'tag':
      return 'yes-no';
    case 'consent':
    case 'ignore':
      return undefined;
  }
}
