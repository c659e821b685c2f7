/**
 * Unicode of the bytes 0x80–0x9F in Windows-1252 (WHATWG Encoding Standard, index-windows-1252). Written out because
 * some releases of Node decode that label as Latin-1, which turns curly quotes and "…" into control characters.
 */
const HIGH = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
] as const;

export function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  // Chunks keep the argument list of fromCharCode far below any engine's limit.
  for (let start = 0; start < bytes.length; start += 8192) {
    const codes = Array.from(bytes.subarray(start, start + 8192), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? (HIGH[byte - 0x80] ?? byte) : byte,
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}

const BYTES: ReadonlyMap<number, number> = new Map(HIGH.map((code, place) => [code, 0x80 + place]));

/** The bytes that `decodeWindows1252` would read as this text; null where there are none. */
export function encodeWindows1252(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = BYTES.get(code) ?? code;
    if (byte > 0xff) return null;
    bytes[at] = byte;
  }
  return bytes;
}
