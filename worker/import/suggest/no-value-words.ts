import { fold } from '../../../shared/kernel/fold.ts';
import type { SampleValues } from './sample-values.ts';

/** Words that exports write where nothing is known. They are offered, never applied unasked. */
const WORDS = new Set(
  [
    'na',
    'n/a',
    'n.a.',
    '#n/a',
    'nan',
    'null',
    '(null)',
    '\\n',
    'nil',
    'none',
    'unknown',
    'unspecified',
    'undefined',
    'not available',
    'not known',
    'not set',
    'missing',
    'blank',
    '(blank)',
    '-',
    '--',
    '–',
    '—',
    '?',
    '.',
    'unbekannt',
    'keine angabe',
    'k.a.',
    'okänd',
    'ukjent',
    'ukendt',
    'inconnu',
    'desconocido',
    'onbekend',
  ].map(fold),
);
/** Numbers that stand for “never” or “not known” where all others are zero or more. */
const NUMBERS = new Set(['-1', '-1.0', '-99', '-999', '-9999']);

export interface NoValueCandidate {
  readonly word: string;
  readonly count: number;
}

export function noValueCandidates({ values }: SampleValues): readonly NoValueCandidate[] {
  const negatives = values.filter(({ text }) => /^-\d/.test(text));
  const [only] = negatives;
  return values
    .filter(
      ({ text }) =>
        WORDS.has(fold(text)) || (negatives.length === 1 && text === only?.text && NUMBERS.has(text)),
    )
    .map(({ text, count }) => ({ word: text, count }));
}
