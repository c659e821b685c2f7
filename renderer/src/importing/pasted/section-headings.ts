import { monthOfWord } from '../cells/month-names';
import { withoutMarkdown } from '../cells/markdown-marks';
import { statusOfWord, yesOrNo } from '../cells/status-words';
import { kindNamedIn, kindOfTitleLine } from './line-kinds';

/**
 * Which lines of a list stand over others: "Gelesen 2023", "To read", "January", "Week 1". Lines that begin with "#" or
 * end with ":" are headings by themselves.
 */

/** time: it says when, and nothing else; what the heading before it said still holds. */
export type HeadingOf = 'things' | 'time';

interface Line {
  readonly text: string;
  readonly isBlank: boolean;
  readonly hasBullet: boolean;
  readonly indent: number;
  readonly isBold: boolean;
  /** The text between lines drawn on both sides of it: "=== 2022 ===". */
  readonly isFramed: boolean;
  readonly isRule: boolean;
}

const BULLET = /^(?:[-–—*+](?=\s)|[•·・▪◦‣⁃●○☐☑✓✔✅]|\[[ xX✓✔~/>-]?\]|\(?\d{1,4}[.)](?=\s)|#\d{1,3}(?=[\s.:]))\s*/u;
const BOLD = /^(\*\*|__)(?=\S)(.+?)(?<=\S)\1:?$/u;
const FRAME = /^([=~*_+|·•<>[\]-])\1*\s*(\S.*?\S)\s*[=~*_+|·•<>[\]-]+$/u;
const RULE = /^([=\-~_*])\1{2,}$/u;
const SIGN = String.raw`\p{Emoji_Presentation}\p{Extended_Pictographic}\ufe0f\s:|`;
/** One class, entered only where a run of it begins: many signs in a row take no time. */
const DECORATION = new RegExp(`^[${SIGN}>]+|(?<![${SIGN}])[${SIGN}]+$`, 'gu');

function lineOf(raw: string): Line {
  const trimmed = raw.trim();
  const bold = BOLD.exec(trimmed);
  const frame = RULE.test(trimmed) || bold !== null ? null : FRAME.exec(trimmed);
  const isFramed = frame !== null && /^(.)\1/u.test(trimmed);
  const inner = bold?.[2] ?? (isFramed ? (frame?.[2] ?? trimmed) : trimmed);
  return {
    text: withoutMarkdown(inner.replace(/^#{1,6}\s+/u, '').replace(BULLET, '')).replaceAll(DECORATION, ''),
    isBlank: trimmed === '',
    hasBullet: !RULE.test(trimmed) && bold === null && !isFramed && BULLET.test(trimmed),
    indent: /^\s*/u.exec(raw)?.[0].replaceAll('\t', '    ').length ?? 0,
    isBold: bold !== null,
    isFramed,
    isRule: RULE.test(trimmed),
  };
}

const YEAR = String.raw`(?:19|20)\d{2}`;
const TIMES = [
  new RegExp(String.raw`^${YEAR}(?:\s?[-–/]\s?(?:${YEAR}|\d{2}))?\.?$`, 'u'),
  new RegExp(String.raw`^(?:year|jahr|année|año|anno|ano|год)?\s?${YEAR}\s?(?:年|年度|год|год[уа]?)?$`, 'iu'),
  /^(?:week|wk|kw|woche|semaine|semana|settimana|vecka|uke|uge|неделя|day|tag|jour|día|dag|q|quarter|month)\s?\d{1,2}(?:[\s,/-]+\d{4})?$/iu,
  new RegExp(
    String.raw`^(?:spring|summer|autumn|fall|winter|frühling|sommer|herbst|printemps|été|automne|hiver|primavera|verano|otoño|invierno)[\s,]+${YEAR}$`,
    'iu',
  ),
  new RegExp(String.raw`^${YEAR}\s?年\s?(?:\d{1,2}\s?月)?$|^\d{1,2}\s?月$`, 'u'),
];
const isMonth = (text: string): boolean => {
  const words = text.split(/[\s,./'’-]+/u).filter((word) => word !== '');
  const others = words.filter((word) => monthOfWord(word) === null);
  return words.length <= 3 && others.length < words.length && others.every((word) => /^(?:\d{2}|\d{4})$/u.test(word));
};
const isTime = (text: string): boolean => TIMES.some((form) => form.test(text)) || isMonth(text);

/** Words of headings that say neither what nor how far. */
const FILLERS = new Set(
  (
    'i my me we our all the of in from to for at on as and so far this last year not no did have ive been up out ' +
    'read watch play listen see hear try buy finish next plan want lire voir jouer leer ver jugar leggere vedere lesen ' +
    'sehen spielen lezen kijken läsa se læse lese czytać ' +
    'best favorite favorites favourite favourites top list lists lists: log things stuff titles everything what ' +
    'ich wir meine mein alle im in von zu noch nicht will habe liste bisher jahr diese dieses die der das gerade ' +
    "je j'ai jai mes mon ma en de des les la le a à encore cette année liste tous que " +
    'mis mi he los las el en del este año lista todos para por que miei mie mio ho nel del della i gli le da per lista ' +
    'meus minhas em do da este ano para lista que moje mijn in dit jaar lijst mina i år min mitt fra av till att ' +
    'мои мой в за году год года список что я'
  ).split(' '),
);
const NUMBER = /^\(?[\d./–-]+\)?$/u;
/** "Watched 2022"; "(2008)" at the end is the year of a title. */
const HAS_YEAR = new RegExp(String.raw`(?<!\d)${YEAR}(?!\d)(?!\)$)`, 'u');
const MOST_WORDS = 8;
const EAST_ASIAN_HEADING = new RegExp(String.raw`^${YEAR}\s?年.{1,14}$`, 'u');

/** The words say how far somebody is with things, or of what kind they are, and nothing else. */
function saysThings(text: string): boolean {
  if (EAST_ASIAN_HEADING.test(text)) return statusOfWord(text) !== 'none' || kindNamedIn(text) !== null;
  const words = text
    .toLowerCase()
    .split(/[\s,–—/&|-]+/u)
    .map((word) => word.replace(/^[("']+|[)"':.!]+$/gu, ''))
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  const telling = words.filter(
    (word) => yesOrNo(word) === null && (statusOfWord(word) !== 'none' || kindOfTitleLine(word) !== null),
  );
  const isTelling = telling.length > 0 || statusOfWord(text) !== 'none';
  return isTelling && words.every((word) => telling.includes(word) || FILLERS.has(word) || NUMBER.test(word));
}
/** "Wanted" and "The Watched" are films; a heading of one such word needs more around it. */
const MAY_BE_TITLE =
  /^(?:the|a|an|die|der|das|le|la|les|el|los|il)\s|^(?:wanted|seen|unseen|watched|played|stopped)(?:\s\(\d{4}\))?$/iu;

/** Share of lines with a bullet from which on a line without one is something else. */
const MOSTLY = 0.6;

/** For each line the next one that is not blank. */
function nextSaid(lines: readonly Line[]): readonly (Line | undefined)[] {
  const following: (Line | undefined)[] = [];
  let after: Line | undefined;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    following[index] = after;
    const line = lines[index];
    if (line?.isBlank === false) after = line;
  }
  return following;
}

/** @param raw lines of a list as written @returns by index, for the lines that are headings */
export function headingsIn(raw: readonly string[]): ReadonlyMap<number, HeadingOf> {
  const lines = raw.map(lineOf);
  const said = lines.filter(({ isBlank, isRule }) => !isBlank && !isRule);
  const following = nextSaid(lines);
  const next = (index: number): Line | undefined => following[index];
  /** It stands over a line, and below a blank one or at the beginning. */
  const isOver = (index: number): boolean => {
    const [before, after] = [lines[index - 1], lines[index + 1]];
    return (before === undefined || before.isBlank) && after !== undefined && !after.isBlank && !after.isRule;
  };
  const isUnderlined = (index: number): boolean =>
    lines[index + 1]?.isRule === true && (lines[index - 1]?.isBlank ?? true) && next(index + 1) !== undefined;
  const bulleted = said.filter(({ hasBullet }) => hasBullet).length;
  const plain = lines.flatMap((line, index) => (line.isBlank || line.isRule || line.hasBullet ? [] : [index]));
  const isBulleted =
    said.length > 2 &&
    bulleted >= said.length * MOSTLY &&
    plain.every((index) => next(index)?.hasBullet === true || isUnderlined(index));
  const bold = said.filter((line) => line.isBold).length;
  const found = new Map<number, HeadingOf>();
  const candidates = new Map<number, HeadingOf>();
  lines.forEach((line, index) => {
    if (line.isBlank || line.isRule || line.text === '' || next(index) === undefined) return;
    const [time, things] = [isTime(line.text), saysThings(line.text)];
    const kind: HeadingOf = time ? 'time' : 'things';
    const after = next(index);
    const isParent = line.hasBullet && after?.hasBullet === true && after.indent > line.indent;
    const isMarked =
      (isBulleted && !line.hasBullet) ||
      (line.isBold && bold <= said.length / 3) ||
      (line.isFramed && (time || things)) ||
      isUnderlined(index) ||
      (isParent && (time || things)) ||
      (things && HAS_YEAR.test(line.text) && !line.hasBullet) ||
      (/^#{1,6}\s/u.test(raw[index]?.trim() ?? '') && time);
    if (isMarked) found.set(index, kind);
    else if ((time || things) && !line.hasBullet) candidates.set(index, kind);
  });
  const over = [...candidates].filter(([index]) => isOver(index));
  const isHeaded = over.some(([index]) => index === plain[0]) || found.size > 0;
  for (const [index, kind] of over) {
    const text = lines[index]?.text ?? '';
    const isAlone = over.length + found.size < 2;
    // One year or month over a list may be the first of its titles, and so may a single word.
    if (kind === 'time' ? isAlone : isAlone && (index !== plain[0] || MAY_BE_TITLE.test(text))) continue;
    if (candidates.has(index + 1) && kind === 'things') continue;
    found.set(index, kind);
  }
  // Once a list has begun with a heading, others of its words stand anywhere.
  if (isHeaded && found.size > 0)
    for (const [index, kind] of candidates)
      if (kind === 'things' && !MAY_BE_TITLE.test(lines[index]?.text ?? '')) found.set(index, kind);
  return found;
}

/** The words of a heading, without what is drawn around them. */
export const headingText = (raw: string): string => lineOf(raw).text;
