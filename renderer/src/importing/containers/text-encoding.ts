import type { Pacer } from '../pacer';
import { bytesOf, type ByteSource } from './byte-source';

/** Encodings that are read, as `TextDecoder` calls them. */
export const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export interface FoundEncoding {
  readonly encoding: TextEncoding;
  /** Sentences for the preview where the file was not plain UTF-8. */
  readonly warnings: readonly string[];
}

/**
 * Unicode of the bytes 0x80–0x9F in Windows-1252 (WHATWG Encoding Standard, index-windows-1252). Written out because
 * some releases of Node decode that label as Latin-1, which turns curly quotes and "…" into control characters.
 */
const WINDOWS_1252_HIGH = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
] as const;

function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  // Chunks keep the argument list of fromCharCode far below any engine's limit.
  for (let start = 0; start < bytes.length; start += 8192) {
    const codes = Array.from(bytes.subarray(start, start + 8192), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? (WINDOWS_1252_HIGH[byte - 0x80] ?? byte) : byte,
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}

/** A decoder for one passage through a file: called with each part in order, with `isLast` after them. */
export function decoderOf(encoding: TextEncoding): (bytes: Uint8Array<ArrayBuffer>, isLast: boolean) => string {
  if (encoding === 'windows-1252') return decodeWindows1252;
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
}

/** What the bytes beyond ASCII are, taken as UTF-8. */
interface Utf8Statistics {
  /** Well-formed characters of two to four bytes. */
  whole: number;
  /** Bytes that belong to none. */
  damaged: number;
}

/** Counts in part after part; a character that is cut by the end of one counts as damaged, which is one in 100,000. */
function countUtf8(bytes: Uint8Array, counts: Utf8Statistics): void {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const length =
      byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
    let following = 1;
    while (following < length && ((bytes[at + following] ?? 0) & 0xc0) === 0x80) following += 1;
    if (length > 0 && following === length) {
      counts.whole += 1;
      at += length - 1;
    } else {
      counts.damaged += 1;
      at += following - 1;
    }
  }
}

/**
 * Encoding of a file, from one passage through its bytes: byte-order mark, else strict UTF-8, else UTF-8 with a few
 * damaged bytes (LibraryThing), else Windows-1252 (IMDb until 2022).
 */
export async function findEncoding(source: ByteSource, pacer: Pacer): Promise<FoundEncoding> {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const counts: Utf8Statistics = { whole: 0, damaged: 0 };
  let isStrict = true;
  let isFirst = true;
  let isMarked = false;
  let hasNul = false;
  for await (const bytes of bytesOf(source, pacer)) {
    if (isFirst) {
      const [first, second, third] = bytes;
      if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', warnings: ['read as UTF-16'] };
      if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', warnings: ['read as UTF-16'] };
      isMarked = first === 0xef && second === 0xbb && third === 0xbf;
      isFirst = false;
    }
    if (isStrict) isStrict = isWhole((part) => strict.decode(part, { stream: true }), bytes);
    hasNul ||= bytes.includes(0);
    countUtf8(bytes, counts);
  }
  isStrict &&= isWhole((part) => strict.decode(part), new Uint8Array());
  const warnings = hasNul ? ['NUL characters were left out'] : [];
  if (isStrict) return { encoding: 'utf-8', warnings };
  if (isMarked || counts.whole > counts.damaged) {
    const damaged = `${String(counts.damaged)} damaged ${counts.damaged === 1 ? 'character' : 'characters'}`;
    return { encoding: 'utf-8', warnings: [`read as UTF-8; ${damaged} shown as \uFFFD`, ...warnings] };
  }
  return { encoding: 'windows-1252', warnings: ['read as Windows-1252 (not UTF-8)', ...warnings] };
}

function isWhole(decode: (bytes: Uint8Array<ArrayBuffer>) => string, bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    decode(bytes);
    return true;
  } catch {
    return false;
  }
}
