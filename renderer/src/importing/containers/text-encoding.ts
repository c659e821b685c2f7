import type { ImportQuestion } from '../../domain/imported-row';
import type { Pacer } from '../pacer';
import { bytesOf, firstBytes, type ByteSource } from './byte-source';
import { guessEncoding, GUESSED_ENCODINGS, type EncodingGuess } from './guess-encoding';
import { isTwiceEncoded, onceEncoded } from './twice-encoded';
import { decodeWindows1252 } from './windows-1252';

/** Encodings that are read, as `TextDecoder` calls them, with what people call them. */
export const TEXT_ENCODINGS = ['utf-8', 'utf-8 twice', 'utf-16le', 'utf-16be', ...GUESSED_ENCODINGS] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

const NAMES: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-8 twice': 'UTF-8, encoded twice',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Western European (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  macintosh: 'Western European (old Macintosh)',
  'koi8-r': 'Cyrillic (KOI8-R)',
  gbk: 'Chinese (GBK)',
  shift_jis: 'Japanese (Shift-JIS)',
  big5: 'Chinese (Big5)',
  'euc-kr': 'Korean (EUC-KR)',
};

export interface FoundEncoding {
  readonly encoding: TextEncoding;
  /** Sentences for the preview where the file was not plain UTF-8. */
  readonly warnings: readonly string[];
  /** Where the encoding is a guess that may be wrong. */
  readonly question?: ImportQuestion;
}

/** A decoder for one passage through a file: called with each part in order, with `isLast` after them. */
export function decoderOf(encoding: TextEncoding): (bytes: Uint8Array<ArrayBuffer>, isLast: boolean) => string {
  if (encoding === 'windows-1252') return decodeWindows1252;
  if (encoding === 'utf-8 twice') return twiceDecoder();
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
}

/** What is beyond ASCII at the end of a part may go on in the next one. */
const UNFINISHED = /[^\x00-\x7f]+$/u; // oxlint-disable-line no-control-regex -- all of ASCII, controls too

function twiceDecoder(): (bytes: Uint8Array<ArrayBuffer>, isLast: boolean) => string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  return (bytes, isLast) => {
    const text = rest + decoder.decode(bytes, { stream: !isLast });
    rest = isLast ? '' : (UNFINISHED.exec(text)?.[0] ?? '');
    return onceEncoded(text.slice(0, text.length - rest.length));
  };
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

/** Lines with bytes beyond ASCII, for guessing. */
const SAMPLE_BYTES = 2 ** 16;

class Sample {
  readonly #lines: Uint8Array[] = [];
  #size = 0;

  add(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length && this.#size < SAMPLE_BYTES;) {
      let end = start;
      let isPlain = true;
      for (; end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13; end += 1)
        if ((bytes[end] ?? 0) >= 0x80) isPlain = false;
      if (!isPlain) {
        const line = bytes.slice(start, Math.min(end + 1, start + 2000));
        this.#lines.push(line);
        this.#size += line.length;
      }
      start = end + 1;
    }
  }

  bytes(): Uint8Array {
    const all = new Uint8Array(this.#size);
    let at = 0;
    for (const line of this.#lines) {
      all.set(line, at);
      at += line.length;
    }
    return all;
  }

  /** A line below the header, to show how an encoding would read it. */
  example(): Uint8Array {
    return this.#lines[1] ?? this.#lines[0] ?? new Uint8Array();
  }
}

/** Enough to see by. */
const UTF16_BYTES = 4096;

/** UTF-16 without a mark: of the two bytes of a character, that of ASCII and of line ends is always zero. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, bytes.length & ~1);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const pairs = head.length / 2;
  if (odd > pairs / 20 && even === 0 && head.length > 8 && hasMarksAt(head, 0)) return 'utf-16le';
  return even > pairs / 20 && odd === 0 && head.length > 8 && hasMarksAt(head, 1) ? 'utf-16be' : null;
}

/** Whether ends of lines, commas and blanks have a zero beside them, as in no text with a few stray zeros. */
function hasMarksAt(head: Uint8Array, place: 0 | 1): boolean {
  let [whole, broken] = [0, 0];
  for (let at = place; at < head.length; at += 2) {
    if (!MARKS.has(head[at] ?? 0)) continue;
    if (head[place === 0 ? at + 1 : at - 1] === 0) whole += 1;
    else broken += 1;
  }
  return broken <= whole;
}
const MARKS: ReadonlySet<number> = new Set([9, 10, 13, 32, 44, 59]);

/** Below this the next best guess is close enough to ask. */
const SURE_BY = 0.03;
const ASKED_ENCODINGS = 5;

/**
 * Encoding of a file, from a passage through its bytes, and one more where they are no UTF-8: byte-order mark, else
 * strict UTF-8, else UTF-8 with a few damaged bytes (LibraryThing), else the best guess (Windows-1252 were IMDb's files
 * until 2022).
 * @param file its path, for the question
 * @param answer what the person said of this file
 */
export async function findEncoding(
  source: ByteSource,
  pacer: Pacer,
  file = '',
  answer?: string,
): Promise<FoundEncoding> {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const counts: Utf8Statistics = { whole: 0, damaged: 0 };
  const sample = new Sample();
  let isStrict = true;
  let hasNul = false;
  let isTwice: boolean | null = null;
  const head = await firstBytes(source, UTF16_BYTES, pacer);
  const [first, second, third] = head;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const utf16 = marked ?? utf16Of(head);
  if (utf16 !== null) return { encoding: utf16, warnings: ['read as UTF-16'] };
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  for await (const bytes of bytesOf(source, pacer)) {
    if (isStrict)
      isStrict = isWhole((part) => {
        const text = strict.decode(part, { stream: true });
        if (isTwice !== false) isTwice = isTwiceEncoded(text) ?? isTwice;
      }, bytes);
    hasNul ||= bytes.includes(0);
  }
  isStrict &&= isWhole((part) => strict.decode(part), new Uint8Array());
  const warnings = hasNul ? ['NUL characters were left out'] : [];
  if (isStrict && isTwice === true)
    return {
      encoding: 'utf-8 twice',
      warnings: [...warnings, 'its letters were encoded twice (“Ã©”) and are read as they were meant'],
    };
  if (isStrict) return { encoding: 'utf-8', warnings };
  for await (const bytes of bytesOf(source, pacer)) {
    sample.add(bytes);
    countUtf8(bytes, counts);
  }
  if (isMarked || counts.whole > counts.damaged) {
    const damaged = `${String(counts.damaged)} damaged ${counts.damaged === 1 ? 'character' : 'characters'}`;
    return { encoding: 'utf-8', warnings: [`${damaged}, shown as \uFFFD`, ...warnings] };
  }
  const guesses = guessEncoding(sample.bytes());
  const stated = guesses.find(({ encoding }) => encoding === answer);
  const encoding = (stated ?? guesses[0])?.encoding ?? 'windows-1252';
  const question = questionOf(file, guesses, encoding, sample.example());
  return {
    encoding,
    warnings: [
      `its text is read as ${NAMES[encoding]}; if names look wrong, ${question === null ? 'save it as UTF-8 and drop it again' : 'choose another reading'}`,
      ...warnings,
    ],
    ...(question !== null && { question }),
  };
}

/** The question of a file's encoding, as `ImportQuestion.id`. */
export const encodingQuestionId = (file: string): string => `encoding:${file}`;

/** Asked where another encoding makes about as much sense, or the languages are of another script than most exports. */
function questionOf(
  file: string,
  guesses: readonly EncodingGuess[],
  answer: TextEncoding,
  example: Uint8Array,
): ImportQuestion | null {
  const [best, second] = guesses;
  if (best === undefined || second === undefined) return null;
  if (best.encoding === 'windows-1252' && answer === best.encoding && best.score - second.score > SURE_BY) return null;
  const others = guesses.filter(({ encoding, score }) => encoding !== answer && score > -1);
  return {
    id: encodingQuestionId(file),
    text: `How is the text of ${file} to be read? Take the line that makes sense.`,
    options: [answer, ...others.map(({ encoding }) => encoding)].slice(0, ASKED_ENCODINGS).map((value) => ({
      value,
      label: `${previewOf(value, example)} — ${NAMES[value]}`,
    })),
    answer,
  };
}

const PREVIEW_CHARACTERS = 60;
const BEYOND_ASCII = /[\u0080-\uFFFF]/;

/** How an encoding would read a line: from a little before the first character beyond ASCII. */
function previewOf(encoding: TextEncoding, line: Uint8Array): string {
  const text = decoderOf(encoding)(new Uint8Array(line), true).trim();
  const at = Math.max(0, text.search(BEYOND_ASCII) - 20);
  const preview = text.slice(at, at + PREVIEW_CHARACTERS);
  return `“${at > 0 ? '…' : ''}${preview}${text.length > at + PREVIEW_CHARACTERS ? '…' : ''}”`;
}

function isWhole(decode: (bytes: Uint8Array<ArrayBuffer>) => unknown, bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    decode(bytes);
    return true;
  } catch {
    return false;
  }
}
