/** A piece of a sentence: `missing` is something not chosen yet, or gone. */
export interface SentencePart {
  readonly role: 'plain' | 'subject' | 'value' | 'missing';
  readonly text: string;
}

export const plain = (text: string): SentencePart => ({ role: 'plain', text });
export const subject = (text: string): SentencePart => ({ role: 'subject', text });
export const value = (text: string): SentencePart => ({ role: 'value', text });
export const missing = (text: string): SentencePart => ({ role: 'missing', text });

/** `a`, `a or b`, `a, b or c`, each item of its own role. */
export function listed(items: readonly SentencePart[], word: string): readonly SentencePart[] {
  return items.flatMap((item, index) => {
    if (index === 0) return [item];
    return index === items.length - 1 ? [plain(word), item] : [plain(','), item];
  });
}

/** The parts as one text. Punctuation and closing brackets stand close. */
export function sentenceText(parts: readonly SentencePart[]): string {
  return parts
    .map((part) => part.text)
    .join(' ')
    .replace(/ ([,)])/g, '$1')
    .replace(/\( /g, '(');
}
