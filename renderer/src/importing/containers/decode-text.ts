export type TextEncoding = 'utf-8' | 'utf-8 with damaged bytes' | 'utf-16' | 'windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** A sentence for the preview where the file was not plain UTF-8, else null. */
  readonly warning: string | null;
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

function decodeStrict(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Counts one character in `text`. */
function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

/** Valid multi-byte UTF-8 characters outnumber damaged ones: single-byte encodings hardly ever form any. */
function looksLikeDamagedUtf8(text: string): boolean {
  const damaged = countOf(text, '\uFFFD');
  let beyondAscii = 0;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) beyondAscii += 1;
  return beyondAscii - damaged > damaged;
}

/**
 * Bytes of an export as text: byte-order mark, else strict UTF-8, else UTF-8 with replacement where only a few bytes
 * are damaged (LibraryThing), else Windows-1252 (IMDb until 2022). Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const text = new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
    return { text, encoding: 'utf-16', warning: 'read as UTF-16' };
  }
  const strict = decodeStrict(bytes);
  if (strict !== null) return { text: strict, encoding: 'utf-8', warning: null };
  const replaced = new TextDecoder('utf-8').decode(bytes);
  const marked = first === 0xef && second === 0xbb && bytes[2] === 0xbf;
  if (marked || looksLikeDamagedUtf8(replaced)) {
    const damaged = countOf(replaced, '\uFFFD');
    return {
      text: replaced,
      encoding: 'utf-8 with damaged bytes',
      warning: `read as UTF-8; ${damaged} damaged ${damaged === 1 ? 'character' : 'characters'} shown as \uFFFD`,
    };
  }
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252', warning: 'read as Windows-1252 (not UTF-8)' };
}
