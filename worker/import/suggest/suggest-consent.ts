import type { ColumnTarget } from '../../../shared/import-api.ts';
import { fold } from '../../../shared/kernel/fold.ts';
import { readConsentWord } from '../cells/read-consent.ts';
import { nameOf, wordsOf } from '../header-words.ts';
import type { ReadColumn } from './suggest-targets.ts';

const CONSENT =
  /\b(?:opt ?in|newsletter|consent|gdpr|permission|marketing (?:allowed|emails?|ok)|accepts (?:\w+ )?marketing|nyhetsbrev|nyhedsbrev)\b|^(?:email|sms|newsletter) (?:subscribed|subscription|status)$/;
/** Under these names a yes is an opt-out, and a no says nothing. */
const REFUSAL =
  /\b(?:opt(?:ed)? ?out|unsubscribed?|do not (?:email|mail|contact|text)|no (?:email|mail|sms|marketing))\b/;
const SMS = /\b(?:sms|text|mobile|phone|mms)\b/;
const FILLERS =
  /\b(?:opt|in|out|optin|optout|opted|consent|unsubscribed?|do not|no|gdpr|permission|email|sms|status|subscribed|subscription|is|has|accepts)\b/g;

/**
 * A column that holds permission. Recognised by its name, and only where its cells can be read as yes, no
 * or a state: a column `subscribed` alone may mean anything.
 */
export function suggestConsent({ sample }: ReadColumn): ColumnTarget | undefined {
  const phrase = wordsOf(sample.header).join(' ');
  const isRefusal = REFUSAL.test(phrase);
  if ((!CONSENT.test(phrase) && !isRefusal) || sample.values.length === 0) return undefined;
  if (!sample.values.every(({ text }) => readConsentWord(fold(text)) !== undefined)) return undefined;
  const channel = SMS.test(phrase) ? 'sms' : 'email';
  const subject = phrase.replace(FILLERS, ' ').replace(/\s+/g, ' ').trim();
  const name =
    subject === '' ? (channel === 'sms' ? 'SMS marketing' : 'Email marketing') : nameOf(subject, subject);
  return { kind: 'consent', topic: { name }, channel, ...(isRefusal && { yesMeans: 'opted-out' }) };
}
