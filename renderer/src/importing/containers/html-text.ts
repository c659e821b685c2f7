import { ownValue } from '../../domain/own-value';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

function decodeEntity(whole: string, body: string): string {
  if (!body.startsWith('#')) return ownValue(ENTITIES, body.toLowerCase()) ?? whole;
  const hexadecimal = body[1] === 'x' || body[1] === 'X';
  const code = Number.parseInt(body.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/**
 * A review in the small HTML that Goodreads and Letterboxd write, as plain text; null where nothing is left. Plain text
 * passes.
 */
export function textOfHtml(html: string): string | null {
  const text = html
    .replace(/<br\s*\/?>(?:\n)?/gi, '\n')
    .replace(/<\/(?:p|div|blockquote|h[1-6]|li|ul|ol)>\s*/gi, '\n\n')
    // A hidden passage must not lose its warning.
    .replace(/<(\/?)spoiler>/gi, (_whole, closing: string) => (closing === '' ? '[spoiler] ' : ' [/spoiler]'))
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, '')
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi, decodeEntity)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? null : text;
}
