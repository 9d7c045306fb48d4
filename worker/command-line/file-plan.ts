import type {
  ColumnPlan,
  ColumnReading,
  ColumnTarget,
  FileInspection,
  ImportPlan,
} from '../../shared/import-api.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Attribute, AttributeId, Property, PropertyId } from '../../shared/profile/data-model.ts';
import type { DeclaredType, DeclaredTypes } from './read-types.ts';

/** Columns that a file of profiles, or of events, must have, and what they are for. */
const PLACES: Readonly<Record<ImportPlan['rows'], Readonly<Record<string, ColumnTarget>>>> = {
  profiles: { profile_id: { kind: 'key', keyspace: 'crm-id' } },
  events: {
    event_id: { kind: 'event-id' },
    profile_id: { kind: 'key', keyspace: 'crm-id' },
    type: { kind: 'event-type' },
    time: { kind: 'event-time' },
  },
};
const OPTIONAL = new Set(['event_id']);

/** A file's plan, and the attributes or properties that its columns are. */
export interface FilePlan {
  readonly plan: ImportPlan;
  readonly attributes: readonly Attribute[];
  readonly properties: readonly Property[];
  readonly hasTags: boolean;
}

/**
 * Files on the command line have a fixed shape, so nothing is guessed but the types of columns that
 * `types` does not name. A column is an attribute or a property whose key is its name, letter by letter.
 */
export function planFile(inspection: FileInspection, types: DeclaredTypes): Result<FilePlan, string> {
  const { rows } = inspection.plan;
  const places = PLACES[rows];
  const headers = new Set(inspection.columns.map(({ header }) => header));
  const missing = Object.keys(places).find((name) => !headers.has(name) && !OPTIONAL.has(name));
  if (missing !== undefined) return err(`has no column “${missing}”.`);
  const columns = inspection.plan.columns.map((column, index): ColumnPlan => {
    const place = places[column.header];
    if (place !== undefined) return { ...column, target: place };
    const suggested = inspection.columns[index]?.suggested ?? column.reading;
    const isTags = column.target.kind === 'tags' && rows === 'profiles';
    const type = types.get(column.header) ?? (isTags ? 'tags' : suggested.type);
    return {
      header: column.header,
      target: targetOf(column.header, type, rows),
      reading: readingOf(suggested, type),
    };
  });
  const defined = columns.flatMap(({ header, target, reading }) =>
    target.kind === 'attribute' || target.kind === 'property'
      ? [{ id: header, key: header, name: header, type: reading.type, archived: false }]
      : [],
  );
  return ok({
    plan: { ...inspection.plan, columns },
    attributes: rows === 'profiles' ? defined.map((one) => ({ ...one, id: one.id as AttributeId })) : [],
    properties: rows === 'events' ? defined.map((one) => ({ ...one, id: one.id as PropertyId })) : [],
    hasTags: columns.some(({ target }) => target.kind === 'tags'),
  });
}

function targetOf(header: string, type: DeclaredType, rows: ImportPlan['rows']): ColumnTarget {
  if (rows === 'events') return { kind: 'property', property: header as PropertyId };
  return type === 'tags' ? { kind: 'tags' } : { kind: 'attribute', attribute: header as AttributeId };
}

/** Lists are joined with a bar in these files, whatever a cell may look like. */
function readingOf(suggested: ColumnReading, type: DeclaredType): ColumnReading {
  return { ...suggested, type: type === 'tags' ? 'list' : type, separator: '|' };
}
