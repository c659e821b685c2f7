import type { Pacer } from '../pacer';
import { bytesOf, type ByteSource } from './byte-source';
import { decoderOf, findEncoding, type FoundEncoding, type TextEncoding } from './text-encoding';

/** The text of a file in parts, without its byte-order mark. */
export async function* textParts(source: ByteSource, encoding: TextEncoding, pacer: Pacer): AsyncGenerator<string> {
  const decode = decoderOf(encoding);
  let isFirst = true;
  for await (const bytes of bytesOf(source, pacer)) {
    const text = decode(bytes, false);
    if (text === '') continue;
    yield isFirst ? text.replace(/^\uFEFF/, '') : text;
    isFirst = false;
  }
  const rest = decode(new Uint8Array(), true);
  if (rest !== '') yield rest;
}

/**
 * The same parts with "\n" for every end of line: CR, LF and CRLF. A mark at the beginning of a line is what is left
 * where files were joined by hand; it goes too.
 */
export async function* withPlainLineEnds(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let heldBack = '';
  let startsLine = true;
  for await (const part of parts) {
    let text = heldBack + part;
    heldBack = '';
    if (text.endsWith('\r')) {
      heldBack = '\r';
      text = text.slice(0, -1);
    }
    if (text === '') continue;
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    if (text.includes('\uFEFF')) {
      text = text.replace(/\n\uFEFF+/g, '\n');
      if (startsLine) text = text.replace(/^\uFEFF+/, '');
    }
    startsLine = text.endsWith('\n') || (startsLine && text === '');
    if (text !== '') yield text;
  }
  if (heldBack !== '') yield '\n';
}

/** Whole parts of a text that is in memory. */
export async function* partsOf(text: string): AsyncGenerator<string> {
  const size = 2 ** 16;
  for (let start = 0; start < text.length; start += size) yield await Promise.resolve(text.slice(start, start + size));
}

/** The text of a small file, whole, with how it was decoded. */
export async function wholeText(source: ByteSource, pacer: Pacer): Promise<FoundEncoding & { readonly text: string }> {
  const found = await findEncoding(source, pacer);
  const parts: string[] = [];
  for await (const part of textParts(source, found.encoding, pacer)) parts.push(part);
  return { ...found, text: parts.join('') };
}
