/** HTML 4, character entity references for ISO 8859-1 characters, from U+00A0 on. */
const LATIN_1 =
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute
  micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil
  Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute
  Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
  icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(
    /\s+/,
  );
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.map((name, place) => [name, String.fromCharCode(0xa0 + place)] as const),
  ['nbsp', ' '],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['hellip', '…'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bull', '•'],
  ['euro', '€'],
  ['trade', '™'],
]);

const ENTITY = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}[1-4]{0,2});/gi;

function decodeEntity(whole: string, body: string): string {
  if (!body.startsWith('#')) return ENTITIES.get(body) ?? ENTITIES.get(body.toLowerCase()) ?? whole;
  const hexadecimal = body[1] === 'x' || body[1] === 'X';
  const code = Number.parseInt(body.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** "caf&eacute;" → "café": nobody writes entities by hand, so where they stand a program escaped once too often. */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replace(ENTITY, decodeEntity) : text;

/** A tag with its end, a line break, a picture: "<Bo>" and "a<b and c>d" are none. */
const HTML =
  /<\/(?:p|b|i|u|s|em|strong|a|div|span|blockquote|ul|ol|li|h[1-6]|spoiler|font|small|cite|pre)>|<br\s*\/?>|<p>|<p\s[a-z]+=|<img\s[^<>]*src=/i;

/** Text of a cell that may be HTML or plain; null where nothing is left. */
export function textOfNote(cell: string): string | null {
  if (HTML.test(cell)) return textOfHtml(cell);
  const text = decodeEntities(cell).trim();
  // Quotation marks alone are a cell that was quoted twice.
  return /^"*$/.test(text) ? null : text;
}

/**
 * A review in the small HTML that Goodreads and Letterboxd write, as plain text; null where nothing is left. Plain text
 * passes.
 */
export function textOfHtml(html: string): string | null {
  if (html === '') return null;
  const text = html
    .replace(/<br\s*\/?>(?:\n)?/gi, '\n')
    .replace(/<\/(?:p|div|blockquote|h[1-6]|li|ul|ol)>\s*/gi, '\n\n')
    // A hidden passage must not lose its warning.
    .replace(/<(\/?)spoiler>/gi, (_whole, closing: string) => (closing === '' ? '[spoiler] ' : ' [/spoiler]'))
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, '')
    .replace(ENTITY, decodeEntity)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? null : text;
}
