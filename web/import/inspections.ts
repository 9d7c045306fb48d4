import type { ColumnPlan, FileInspection, ImportPlan } from '../../shared/import-api.ts';

/** Builders for tests: valid by default, so that a test shows only what matters. */
export function aColumn(changed: Partial<ColumnPlan> = {}): ColumnPlan {
  return {
    header: 'city',
    target: { kind: 'attribute', attribute: { key: 'city', name: 'City' } },
    reading: { type: 'text', decimal: 'point', dateOrder: 'year-first', separator: '|', noValueWords: [] },
    ...changed,
  };
}

export const EMAIL_COLUMN = aColumn({ header: 'email', target: { kind: 'key', keyspace: 'email' } });

export function aPlan(changed: Partial<ImportPlan> = {}): ImportPlan {
  return {
    rows: 'profiles',
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    hasHeader: true,
    columns: [EMAIL_COLUMN, aColumn()],
    timeZone: 'Europe/Berlin',
    consentProof: '',
    ...changed,
  };
}

type Found = FileInspection['columns'][number];

export function anInspection(
  plan: Partial<ImportPlan> = {},
  found: Readonly<Record<string, Partial<Found>>> = {},
): FileInspection {
  const whole = aPlan(plan);
  return {
    fileName: 'people.csv',
    bytes: 1000,
    gzip: false,
    plan: whole,
    preview: [['ada@example.com', 'Turin']],
    columns: whole.columns.map(({ header }) => ({
      header,
      samples: ['Turin'],
      emptyCount: 0,
      reason: 'Words, so text.',
      asks: [],
      noValueCandidates: [],
      unreadable: [],
      ...found[header],
    })),
    sampledRows: 1,
  };
}
