import type { SentenceFormat } from '../../shared/segment/sentence-predicate.ts';
import { formatDay } from './format-instant.ts';
import { formatNumber } from './format-number.ts';

const DAY_MS = 86_400_000;

/** How a sentence writes numbers and moments for this reader. */
export const readerFormat: SentenceFormat = {
  number: formatNumber,
  moment: (moment) => {
    const day = Date.parse(moment.slice(0, 10));
    if (Number.isNaN(day)) return moment;
    const time = moment.length > 10 ? ` ${moment.slice(11, 16)}` : '';
    return `${formatDay(day / DAY_MS)}${time}`;
  },
};
