import type { Encoding } from '../../../shared/import-api.ts';

const WINDOWS_SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Text as bytes of any encoding we read, for tests. */
export function encodeText(text: string, encoding: Encoding, hasMark: boolean): Uint8Array<ArrayBuffer> {
  const marked = hasMark ? `\uFEFF${text}` : text;
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(marked);
    case 'utf-16le':
    case 'utf-16be': {
      const bytes = new Uint8Array(marked.length * 2);
      const view = new DataView(bytes.buffer);
      for (let index = 0; index < marked.length; index += 1) {
        view.setUint16(index * 2, marked.charCodeAt(index), encoding === 'utf-16le');
      }
      return bytes;
    }
    case 'windows-1252':
      return Uint8Array.from([...text].map(windowsByte));
  }
}

function windowsByte(sign: string): number {
  const special = WINDOWS_SIGNS.indexOf(sign);
  return special !== -1 && sign !== ' ' ? 0x80 + special : sign.charCodeAt(0);
}
