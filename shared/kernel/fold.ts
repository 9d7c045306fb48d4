const ASCII = /^[\0-\x7f]*$/;

/**
 * The form in which texts are compared (SEG-7): NFC, lower, upper, lower, ς → σ, NFC. Lower-casing alone
 * would keep `ß` and `SS` apart; the way over upper case brings both to `ss`. Independent of any locale,
 * keeps accents, and `fold(fold(text)) === fold(text)`.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFC')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFC');
}
