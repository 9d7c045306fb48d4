const ASCII = /^[\0-\x7f]*$/;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Text as it is stored and searched for: NFC, and without halves of surrogate pairs, which no UTF-8
 * store or file can hold; each becomes U+FFFD.
 */
export function normalizeText(text: string): string {
  if (ASCII.test(text)) return text;
  return text.replace(LONE_SURROGATE, '\uFFFD').normalize('NFC');
}
