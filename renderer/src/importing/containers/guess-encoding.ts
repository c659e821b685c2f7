import { decodeWindows1252 } from './windows-1252';

/** Encodings that no byte of a file states: they are told apart by what the text would be. */
export const GUESSED_ENCODINGS = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'macintosh',
  'koi8-r',
  'gbk',
  'shift_jis',
  'big5',
  'euc-kr',
] as const;
export type GuessedEncoding = (typeof GUESSED_ENCODINGS)[number];

export interface EncodingGuess {
  readonly encoding: GuessedEncoding;
  /** Mean over the characters beyond ASCII: 1 every one is an everyday letter of that encoding, below 0 it is noise. */
  readonly score: number;
}

/** Everyday letters beyond ASCII of the languages that an encoding was made for, and how much one of them says. */
const LETTERS: Readonly<
  Record<Exclude<GuessedEncoding, 'gbk' | 'shift_jis' | 'big5' | 'euc-kr'>, readonly (readonly [string, number])[]>
> = {
  'windows-1252': [
    ['äöüßéèàáíóúñçêëôâîïåæøãÄÖÜÉÅØÇÑÁÍÓÚ', 1.02],
    ['ûõ', 0.7],
    ['œìòùÀÈÊÔÎÂý', 0.4],
  ],
  macintosh: [
    ['äöüßéèàáíóúñçêëôâîïûåæøõãÄÖÜÉÅØÇÑ', 1],
    ['œìòùÀÈ', 0.3],
  ],
  'windows-1250': [
    ['ąćęłńóśźżčďěňřšťůžáéíýúőűöüäôľĺăâîșțŁŚŻČŘŠŽÁÉÍÓÖÜ', 1],
    ['ŕşţĄĆĘŃŹĎŇŤŮŐŰĽđ', 0.6],
  ],
  'windows-1251': [['абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ', 1]],
  'koi8-r': [['абвгдежзийклмнопрстуфхцчшщъыьэюяёАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ', 1]],
  'windows-1253': [['αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ', 1]],
  'windows-1254': [
    ['şğıçöüŞİÇÖÜâîû', 1.01],
    ['Ğäéèáíóúñêàß', 0.4],
  ],
};
const TYPOGRAPHY = '\u00A0’‘“”„–—…«»•°·€™©®ªº№×½¡¿';

/** Weight of each character, by encoding. */
const WEIGHTS = new Map(
  Object.entries(LETTERS).map(([encoding, groups]) => [
    encoding,
    new Map(groups.flatMap(([letters, weight]) => Array.from(letters, (letter) => [letter, weight] as const))),
  ]),
);

const decoded = (encoding: GuessedEncoding, bytes: Uint8Array): string =>
  encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);

/**
 * Which encoding makes most sense of bytes that are no UTF-8, best first. Counts letters that the languages of an
 * encoding use every day, against signs, undefined bytes and capitals inside words; of Chinese and Japanese, whether
 * bytes pair to everyday characters.
 * @param sample lines with bytes beyond ASCII
 */
export function guessEncoding(sample: Uint8Array): readonly EncodingGuess[] {
  return GUESSED_ENCODINGS.map((encoding) => ({ encoding, score: scoreOf(encoding, sample) })).sort(
    (left, right) => right.score - left.score,
  );
}

function scoreOf(encoding: GuessedEncoding, sample: Uint8Array): number {
  if (encoding === 'gbk') return pairScore(sample, isEverydayGbk, isGbkLead);
  if (encoding === 'shift_jis') return pairScore(sample, isEverydayShiftJis, isShiftJisLead);
  if (encoding === 'big5') return pairScore(sample, isEverydayBig5, isGbkLead);
  if (encoding === 'euc-kr') return pairScore(sample, isEverydayEucKr, isGbkLead);
  const weights = WEIGHTS.get(encoding) ?? new Map<string, number>();
  const text = decoded(encoding, sample);
  let [sum, count] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character <= '\x7F') continue;
    count += 1;
    sum += weightOf(character, text.charAt(at - 1), text.charAt(at + 1), weights);
  }
  return count === 0 ? 0 : sum / count;
}

function weightOf(character: string, before: string, after: string, weights: ReadonlyMap<string, number>): number {
  // Undefined in the encoding, or a control character.
  if (character === '\uFFFD' || character <= '\x9F') return -3;
  if (!/\p{L}/u.test(character)) return TYPOGRAPHY.includes(character) ? 0.5 : -1;
  // "Ðàññêàç", "żDónde": a capital after a small letter.
  if (/\p{Ll}\p{Lu}/u.test(before + character + after)) return -1;
  // "Sшren": no word is of two scripts.
  if (/[A-Za-z]/.test(before + after) && !/\p{Script=Latin}/u.test(character)) return -1;
  return weights.get(character) ?? -0.3;
}

/** How many of the bytes beyond ASCII pair to everyday characters, less those that pair to nothing. */
function pairScore(
  bytes: Uint8Array,
  everyday: (lead: number, trail: number) => number | null,
  isLead: (byte: number) => boolean,
): number {
  let [sum, count] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    count += 1;
    if (!isLead(lead)) {
      // Half-width katakana stand alone.
      sum += everyday(lead, 0) ?? -1;
      continue;
    }
    // Words of Latin letters have no such characters in them.
    const before = bytes[at - 1] ?? 0;
    const isInWord = (before >= 0x41 && before <= 0x5a) || (before >= 0x61 && before <= 0x7a);
    sum += isInWord ? -1 : (everyday(lead, bytes[at + 1] ?? 0) ?? -1);
    at += 1;
  }
  return count === 0 ? 0 : sum / count;
}

const isGbkLead = (byte: number): boolean => byte >= 0x81 && byte <= 0xfe;

/** Rows 16 to 55 of GB 2312 hold its everyday characters, rows 1 to 9 its signs. */
function isEverydayGbk(lead: number, trail: number): number | null {
  if (trail < 0x40 || trail === 0x7f || trail === 0xff) return null;
  if (trail < 0xa1) return -0.5;
  if (lead >= 0xb0 && lead <= 0xd7) return 1;
  return lead >= 0xa1 && lead <= 0xa9 ? 0.5 : lead >= 0xd8 && lead <= 0xf7 ? 0.1 : -0.5;
}

/** Level 1 of Big5 holds its everyday characters; half of all have a second byte that GB 2312 has not. */
function isEverydayBig5(lead: number, trail: number): number | null {
  if (trail < 0x40 || (trail > 0x7e && trail < 0xa1) || trail === 0xff) return null;
  if (lead >= 0xa4 && lead <= 0xc6) return 1;
  return lead >= 0xa1 && lead <= 0xa3 ? 0.5 : lead >= 0xc9 && lead <= 0xf9 ? 0.1 : -0.5;
}

/** Hangul stand in rows 16 to 40 of KS X 1001. */
function isEverydayEucKr(lead: number, trail: number): number | null {
  if (trail < 0xa1 || trail === 0xff) return null;
  if (lead >= 0xb0 && lead <= 0xc8) return 1.01;
  return lead >= 0xa1 && lead <= 0xac ? 0.5 : -0.5;
}

const isShiftJisLead = (byte: number): boolean => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);

/** Kana and the first level of kanji (rows 16 to 47 of JIS X 0208). */
function isEverydayShiftJis(lead: number, trail: number): number | null {
  if (!isShiftJisLead(lead)) return lead >= 0xa1 && lead <= 0xdf ? 0 : null;
  if (trail < 0x40 || trail === 0x7f || trail > 0xfc) return null;
  if (lead === 0x82 || lead === 0x83) return 1;
  if (lead === 0x81) return 0.5;
  return lead >= 0x88 && lead <= 0x97 ? 0.9 : lead >= 0x98 && lead <= 0x9f ? 0.2 : -0.3;
}
