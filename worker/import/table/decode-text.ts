import type { Encoding } from '../../../shared/import-api.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { err, ok } from '../../../shared/kernel/result.ts';

/** The first byte that is no text in the encoding chosen, counted from 0 in the unpacked file. */
export interface UndecodableByte {
  readonly offset: number;
}

/** Bytes come in pieces of any size; a character cut in two waits for its other half. */
export class TextDecoding {
  readonly #encoding: Encoding;
  readonly #decoder: TextDecoder;
  #offset = 0;
  #tail: Uint8Array = new Uint8Array(0);

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  push(bytes: Uint8Array): Result<string, UndecodableByte> {
    return this.#decode(bytes, true);
  }

  /** What was held back. A file that ends inside a character is damaged there. */
  end(): Result<string, UndecodableByte> {
    return this.#decode(new Uint8Array(0), false);
  }

  #decode(bytes: Uint8Array, stream: boolean): Result<string, UndecodableByte> {
    try {
      const text = this.#decoder.decode(bytes, { stream });
      this.#offset += bytes.byteLength;
      this.#tail = bytes.byteLength < 3 ? joined(this.#tail, bytes).slice(-3) : bytes.slice(-3);
      return ok(this.#encoding === 'windows-1252' ? withWindowsSigns(text) : text);
    } catch {
      const around = joined(this.#tail, bytes);
      const start = this.#offset - this.#tail.byteLength;
      return err({ offset: start + (this.#encoding === 'utf-8' ? firstInvalidUtf8(around) : 0) });
    }
  }
}

/** 0x80 to 0x9F as Windows has them: some runtimes decode them as Latin-1, to control characters. */
const WINDOWS_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function withWindowsSigns(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/**
 * Where UTF-8 that is known to be wrong goes wrong: where a character begins that cannot be, or that is
 * cut off. Continuations at the very start belong to a character that began before.
 */
function firstInvalidUtf8(bytes: Uint8Array): number {
  let index = 0;
  while (index < 3 && isContinuation(bytes[index])) index += 1;
  while (index < bytes.length) {
    const lead = bytes[index] ?? 0;
    const more =
      lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
    if (more === -1) return index;
    const second = bytes[index + 1] ?? 0;
    // Overlong forms, halves of surrogate pairs, and code points past U+10FFFF.
    const forbidden =
      (lead === 0xe0 && second < 0xa0) ||
      (lead === 0xed && second > 0x9f) ||
      (lead === 0xf0 && second < 0x90) ||
      (lead === 0xf4 && second > 0x8f);
    if (forbidden) return index;
    for (let next = 1; next <= more; next += 1) {
      if (!isContinuation(bytes[index + next])) return index;
    }
    index += more + 1;
  }
  return bytes.length;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.byteLength + right.byteLength);
  both.set(left);
  both.set(right, left.byteLength);
  return both;
}
