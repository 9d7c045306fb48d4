import { readFileSync } from 'node:fs';
import type { DeclaredType } from '../read-types.ts';
import { dataPath } from './real-data.ts';

/** The neutral form in which the examples of the real data are written down; its README explains it. */
export type Formal =
  | { readonly all: readonly Formal[] }
  | { readonly any: readonly Formal[] }
  | { readonly not: Formal }
  | FormalAttribute
  | FormalEvent;
export interface FormalAttribute {
  readonly attr: string;
  readonly op: string;
  readonly value?: unknown;
  readonly cmp?: string;
  readonly fold?: 'case';
}
export interface FormalEvent {
  readonly event: string | readonly string[];
  readonly where?: readonly { readonly prop: string; readonly op: string; readonly value?: unknown }[];
  readonly window?: FormalWindow;
  readonly nth?: 'first' | 'last';
  readonly count?: { readonly op: string; readonly value: number };
  readonly sum?: FormalMeasure;
  readonly avg?: FormalMeasure;
  readonly max?: FormalMeasure;
  readonly min?: FormalMeasure;
  readonly distinct?: FormalMeasure;
}
export interface FormalMeasure {
  readonly prop: string;
  readonly op: string;
  readonly value: number;
}
export interface FormalWindow {
  readonly last?: { readonly n: number; readonly unit: string };
  readonly lower?: 'exclusive';
  readonly from?: string;
  readonly to?: string;
  readonly local_days?: readonly [string, string];
}

export interface Example {
  readonly id: string;
  readonly plain: string;
  readonly formal: Formal;
  readonly now: string;
  readonly time_zone: string;
  readonly expected_count: number;
  readonly members_sha256: string;
  readonly other_reading?: {
    readonly plain: string;
    readonly formal: Formal;
    readonly count: number;
    readonly members_sha256: string;
  };
}
export interface ExampleSet {
  readonly data_set: string;
  readonly events_file: string | null;
  readonly attribute_types: Readonly<Record<string, 'int' | 'dec' | 'bool' | 'date' | 'list'>>;
  readonly segments: readonly Example[];
}

export const DATA_SETS = [
  'adventureworks',
  'bank',
  'cdnow',
  'customer-personality',
  'online-retail',
  'rees46-web',
] as const;

export function readExamples(dataSet: string): ExampleSet {
  return JSON.parse(readFileSync(dataPath(dataSet, 'examples.json'), 'utf8')) as ExampleSet;
}

const TYPES = { int: 'number', dec: 'number', bool: 'yes-no', date: 'date', list: 'list' } as const;

/** For `--types`. Columns that the examples do not name are texts there, and suggested as such. */
export function declaredTypes({ attribute_types }: ExampleSet): Readonly<Record<string, DeclaredType>> {
  return Object.fromEntries(Object.entries(attribute_types).map(([column, type]) => [column, TYPES[type]]));
}
