/** The reader's locale; some browsers name one that Intl refuses ("C"), and then it is English. */
export function readerLocale(): string {
  const wished = typeof navigator === 'undefined' ? 'en' : navigator.language;
  try {
    return Intl.getCanonicalLocales(wished)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
