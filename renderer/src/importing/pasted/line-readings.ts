import { isCertainlyNames, looksLikeName } from './name-like';

/** One way to read a line. */
export interface LineReading {
  readonly title: string;
  readonly creators: readonly string[];
  readonly year: number | null;
  /** From a link of the line; by keys of identity/identifier-namespaces.ts. */
  readonly identifiers?: Readonly<Record<string, string>>;
  /** True: only a guess. What it finds is offered, never taken. */
  readonly isGuess?: true;
  /** True: the title is no title, or one spelled wrong: what the catalogue has takes its place. */
  readonly isOnlyLookedUp?: true;
}

const MAX_READINGS = 9;
const MAX_CREATORS = 4;

const YEAR = String.raw`(1\d{3}|20\d{2})`;
const UNTIL = String.raw`(?:\s*[-–—]\s*(?:\d{4}|\d{2})?)?`;
/** "(1965)", "[2008–2013]", "(Frank Herbert, 1965)" at the end. */
const YEAR_IN_BRACKETS = new RegExp(String.raw`^(.*\S)\s*[([](?:([^()[\]]*?)[,;]\s*)?${YEAR}${UNTIL}[)\]]$`, 'u');
/** "(1965) by Frank Herbert", "(1965), Frank Herbert". */
const YEAR_THEN_MAKER = new RegExp(
  String.raw`^(.*\S)\s*[([]${YEAR}${UNTIL}[)\]]\s*(?:[-–—,:|/]|by\s|von\s|par\s|di\s|de\s)?\s*(\S.*)$`,
  'u',
);
/** ", 2001", " - 2001" at the end. */
const YEAR_AFTER_MARK = new RegExp(String.raw`^(.*\S)\s*(?:,|\s[-–—|/])\s*${YEAR}$`, 'u');
const YEAR_ALONE = new RegExp(String.raw`^(.*\S)\s+${YEAR}$`, 'u');
const MAKER_IN_BRACKETS = /^(.*\S)\s*[([]([^()[\]\d]+)[)\]]$/u;

/** What stands before "by": ", directed by", " - a novel by". */
const WORK = String.raw`(?:\s+(?:(?:an?|the|ein|eine|un|une)\s+)?(?:book|novel|film|movie|album|song|game|comic|series|story|directed|written|created|designed|buch|roman|livre))?`;
/** What parts a title from its maker, on either side. */
const MARKS = /\s+[-–—―|/]+\s+|(?<=\S)[—―](?=\S)|\s*\t\s*|\s*;\s+/gu;
/** Between a title and its maker, in that order, in some languages. */
const BY = new RegExp(String.raw`(?:\s*[,;]|\s[-–—])?${WORK}\s+(?:by|von|par|di|de|del|av|af|door|por)\s+`, 'giu');
/** "dir. Bong Joon-ho", "author: Le Guin": what somebody did comes off the name. */
const ROLE =
  /^(?:(?:dir|auth|reg)\.:?\s*|(?:dir|director|author|writer|artist|designer|developer|regie|réalisateur):?\s+|(?:(?:directed|written|created|designed|developed|novel|book|film|movie|album|game|réalisé)\s+)?(?:by|von|par)\s+)/iu;

/**
 * The ways to read a line without its bullet, the likeliest first. Titles hold dashes, years and "by" themselves, so
 * the whole line is always one of them.
 */
export function readingsOf(line: string): readonly LineReading[] {
  const found: LineReading[] = [];
  const add = (title: string, creators: readonly string[], year: number | null): void => {
    const reading = { title: bare(title), creators, year };
    const isNew = !found.some((other) => JSON.stringify(other) === JSON.stringify(reading));
    if (reading.title !== '' && isNew) found.push(reading);
  };
  const between = YEAR_THEN_MAKER.exec(line);
  if (between !== null && mayBeMaker(between[3] ?? ''))
    add(between[1] ?? '', makersOf(between[3] ?? ''), Number(between[2]));
  for (const { rest, maker, year } of yearsOf(line)) {
    if (maker !== null) add(rest, makersOf(maker), year);
    for (const [title, creators] of splits(rest)) add(title, creators, year);
  }
  const whole: LineReading = { title: line, creators: [], year: null };
  const others = found.slice(0, MAX_READINGS - 1);
  return others.some(({ title }) => title === line) ? others : [...others, whole];
}

interface Dated {
  readonly rest: string;
  readonly maker: string | null;
  readonly year: number | null;
}

/** The line with its year taken off, where it has one, and as it is. A title that is nothing but a year stays one. */
function yearsOf(line: string): readonly Dated[] {
  const whole: Dated = { rest: line, maker: null, year: null };
  const bracketed = YEAR_IN_BRACKETS.exec(line);
  if (bracketed !== null) {
    const [, rest = '', maker, year] = bracketed;
    return [{ rest, maker: maker ?? null, year: Number(year) }];
  }
  const marked = YEAR_AFTER_MARK.exec(line);
  if (marked !== null) return [{ rest: marked[1] ?? '', maker: null, year: Number(marked[2]) }, whole];
  const last = YEAR_ALONE.exec(line);
  // "Blade Runner 2049" and "Dune 1984" look alike: first as it stands.
  return last === null ? [whole] : [whole, { rest: last[1] ?? '', maker: null, year: Number(last[2]) }];
}

/** A title and its makers, the likeliest first; among them the text as a title without any. */
function* splits(text: string): Generator<readonly [string, readonly string[]]> {
  const whole = [text, []] as const;
  const marks = partsAt(text, MARKS);
  const byWords = partsAt(text, BY);
  const isOnlyMark = new Set([...marks, ...byWords].map(([left]) => left)).size === 1;
  if (isOnlyMark)
    for (const [left, right] of [...byWords, ...marks.filter((parts) => saysOrder(text, parts))])
      if (looksLikeName(bareName(right)) || ROLE.test(right)) yield [left, makersOf(right)];
  yield whole;
  for (const [left, right] of marks) {
    if (mayBeMaker(right)) yield [left, makersOf(right)];
    if (mayBeMaker(left)) yield [right, makersOf(left)];
  }
  for (const [left, right] of byWords) if (mayBeMaker(right)) yield [left, makersOf(right)];
  const bracketed = MAKER_IN_BRACKETS.exec(text);
  if (bracketed !== null) yield [bracketed[1] ?? '', makersOf(bracketed[2] ?? '')];
  const comma = text.lastIndexOf(', ');
  if (comma > 0 && looksLikeName(text.slice(comma + 2))) yield [text.slice(0, comma), makersOf(text.slice(comma + 2))];
  const afterName = text.indexOf(', ');
  if (afterName > 0 && looksLikeName(text.slice(0, afterName)))
    yield [text.slice(afterName + 2), makersOf(text.slice(0, afterName))];
  const colon = text.indexOf(': ');
  const before = text.slice(0, Math.max(colon, 0));
  // "Murakami: Norwegian Wood".
  if (colon > 0 && mayBeMaker(before) && before.split(' ').length <= MOST_WORDS_BEFORE_COLON)
    yield [text.slice(colon + 2), makersOf(before)];
}

/**
 * "Radiohead – OK Computer" looks like "Dune – Frank Herbert": which side is the title, such a dash does not say. A tab
 * does, for tables begin with the title; so do initials, several full names, and what somebody did.
 */
const saysOrder = (text: string, [, right]: readonly [string, string]): boolean =>
  text.includes('\t') || isCertainlyNames(right) || ROLE.test(right);

/** The text parted at each place of the mark. */
const partsAt = (text: string, mark: RegExp): readonly (readonly [string, string])[] =>
  [...text.matchAll(mark)]
    .map((found) => [text.slice(0, found.index).trim(), text.slice(found.index + found[0].length).trim()] as const)
    .filter(([left, right]) => left !== '' && right !== '');

const MOST_WORDS_OF_MAKERS = 8;
const MOST_WORDS_BEFORE_COLON = 4;
const mayBeMaker = (text: string): boolean =>
  !/\d/u.test(text) && /\p{L}/u.test(text) && text.split(/\s+/u).length <= MOST_WORDS_OF_MAKERS;

const bareName = (text: string): string => text.replace(ROLE, '').trim();

const makersOf = (text: string): readonly string[] =>
  (bareName(text) || text)
    .split(/\s*[&;/]\s*|\s*,\s+|\s+(?:and|und|et|y|e|og|och|en)\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, MAX_CREATORS);

/** Without quotation marks around all of it, or a mark left at its end. */
const bare = (title: string): string =>
  title
    .replace(/^["“”„«»‚‘'](.*)["“”«»‘’']$/u, '$1')
    .replace(/(?:\s+[|–—-]|\s*[,;])$/u, '')
    .trim();
