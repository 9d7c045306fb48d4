const DASHES = [8, 13, 18, 23];
const DIGITS_PER_WORD = 8;

/** The four words of a UUID in lower case with dashes, most significant first; `undefined` for any other text. */
export function parseUuid(text: string): Uint32Array | undefined {
  if (text.length !== 36 || DASHES.some((at) => text.charCodeAt(at) !== 0x2d)) return undefined;
  const words = new Uint32Array(4);
  let digits = 0;
  for (let i = 0; i < 36; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x2d) continue;
    const digit =
      unit >= 0x30 && unit <= 0x39 ? unit - 0x30 : unit >= 0x61 && unit <= 0x66 ? unit - 0x57 : -1;
    if (digit < 0) return undefined;
    const word = Math.floor(digits / DIGITS_PER_WORD);
    words[word] = ((words[word] ?? 0) << 4) | digit;
    digits++;
  }
  return digits === 32 ? words : undefined;
}

/** The text of the UUID whose words start at `start`. */
export function uuidText(words: Uint32Array, start: number): string {
  let hex = '';
  for (let i = start; i < start + 4; i++) hex += (words[i] ?? 0).toString(16).padStart(DIGITS_PER_WORD, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
