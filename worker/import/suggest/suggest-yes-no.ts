import { fold } from '../../../shared/kernel/fold.ts';
import { YES_NO_WORDS } from '../cells/read-yes-no.ts';
import { wordsOf } from '../header-words.ts';
import type { Judged, TypeSuggestion } from './suggest-reading.ts';

/** Names that count something: 0 and 1 under them are numbers. */
const COUNTS = new Set(
  (
    'num number count cnt n total sum qty quantity units amount kids children child teens visits orders purchases ' +
    'lines items days months years age contacts previous level score rank rating points price revenue cost spend ' +
    'kidhome teenhome previous campaign balance'
  ).split(' '),
);
/** Fewer than this are too few to tell 0 and 1 from small numbers. */
const MIN_BINARY_ROWS = 20;

export function suggestYesNo(header: string, judged: Judged): TypeSuggestion {
  const words = judged.map(({ text }) => fold(text));
  if (words.every((word) => word === '0' || word === '1')) return suggestBinary(header, judged);
  if (!words.every((word) => YES_NO_WORDS.has(word)) || words.some((word) => word === '0' || word === '1')) {
    return undefined;
  }
  const shown = [...new Set(words)].slice(0, 4).map((word) => `“${word}”`);
  return { type: 'yes-no', reason: `Only ${shown.join(' and ')}.` };
}

/** 0 and 1 mean no and yes where both occur, often enough, and the name does not count anything. */
function suggestBinary(header: string, judged: Judged): TypeSuggestion {
  const rows = judged.reduce((sum, { count }) => sum + count, 0);
  const names = wordsOf(header);
  const asksYesNo = /^(?:is|has|was|did|can|wants|accepts)$/.test(names[0] ?? '');
  const countsSomething = !asksYesNo && names.some((word) => COUNTS.has(word));
  if (countsSomething || judged.length < 2 || (!asksYesNo && rows < MIN_BINARY_ROWS)) return undefined;
  return { type: 'yes-no', reason: 'Only 0 and 1, and the name counts nothing: 1 is yes.' };
}
