import type { ColumnReading, FileInspection } from '../../../shared/import-api.ts';
import type { ValueType } from '../../../shared/profile/data-model.ts';
import { isIdentifierName, wordsOf } from '../header-words.ts';
import { type NoValueCandidate, noValueCandidates } from './no-value-words.ts';
import type { SampleValues } from './sample-values.ts';
import { suggestDate } from './suggest-date.ts';
import { suggestNumber } from './suggest-number.ts';
import { suggestYesNo } from './suggest-yes-no.ts';

/** A way to read a column, and how it came about. */
export interface SuggestedReading {
  readonly reading: ColumnReading;
  readonly reason: string;
  readonly asks: FileInspection['columns'][number]['asks'];
  readonly noValueCandidates: readonly NoValueCandidate[];
}

/** What one type makes of a column; `undefined` where it is not of that type. */
export type TypeSuggestion =
  | (Partial<Omit<ColumnReading, 'noValueWords'>> & {
      readonly type: ValueType;
      readonly reason: string;
      readonly asks?: SuggestedReading['asks'];
    })
  | undefined;

/** Filled values apart from words that may mean no value. */
export type Judged = SampleValues['values'];

const PLAIN_READING: ColumnReading = {
  type: 'text',
  decimal: 'point',
  dateOrder: 'year-first',
  separator: '|',
  noValueWords: [],
};

export function suggestReading(sample: SampleValues): SuggestedReading {
  const candidates = noValueCandidates(sample);
  const words = new Set(candidates.map(({ word }) => word));
  const judged = sample.values.filter(({ text }) => !words.has(text));
  const { reason, asks = [], ...found } = judgeType(sample, judged);
  return { reading: { ...PLAIN_READING, ...found }, reason, asks, noValueCandidates: candidates };
}

function judgeType(sample: SampleValues, judged: Judged): NonNullable<TypeSuggestion> {
  if (judged.length === 0) return { type: 'text', reason: 'No value in the rows looked at.' };
  return (
    suggestList(sample.header, judged) ??
    suggestIdentifier(sample.header) ??
    suggestYesNo(sample.header, judged) ??
    suggestDate(sample.header, judged) ??
    suggestNumber(judged) ?? { type: 'text', reason: describeText(judged) }
  );
}

/** Identifiers stay as they are written, whatever their digits look like (SEG-9). */
function suggestIdentifier(header: string): TypeSuggestion {
  if (!isIdentifierName(header)) return undefined;
  return { type: 'text', reason: `“${header}” names an identifier, which stays as it is written.` };
}

const LIST_NAMES = new Set(
  'tags tag labels interests categories topics segments groups hobbies channels segmente etiketter'.split(
    ' ',
  ),
);
const LIST_SEPARATORS = ['|', ';', ','] as const;

/** A bar hardly ever stands inside one text; other separators count only under a name that promises a list. */
function suggestList(header: string, judged: Judged): TypeSuggestion {
  const isNamed = LIST_NAMES.has(wordsOf(header).at(-1) ?? '');
  const separator = LIST_SEPARATORS.find(
    (sign) => (sign === '|' || isNamed) && judged.some(({ text }) => hasParts(text, sign)),
  );
  if (separator === undefined) {
    if (!isNamed) return undefined;
    return { type: 'list', separator: '|', reason: `“${header}” names a list.` };
  }
  return { type: 'list', separator, reason: `Several values in a cell, set apart by “${separator}”.` };
}

function hasParts(text: string, separator: string): boolean {
  return text.split(separator).filter((part) => part.trim() !== '').length > 1;
}

function describeText(judged: Judged): string {
  const first = judged[0]?.text ?? '';
  const shown = first.length > 40 ? `${first.slice(0, 40)}…` : first;
  return `Words or mixed values, such as “${shown}”.`;
}
