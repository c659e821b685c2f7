import { AppError } from '../../domain/errors';
import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow, ImportQuestion } from '../../domain/imported-row';
import { parseIsbn } from '../cells/cell-values';
import { tagsAndShelves } from '../cells/shelves';
import { statusOfWord } from '../cells/status-words';
import { readAddress, shownAddress } from '../cells/web-address';
import type { SourceFile } from '../containers/source-file';
import { looksLikeTitles, sentencesBeside, withoutLastCommas } from '../pasted/looks-like-titles';
import { saidByName } from '../pasted/list-name';
import { aroundDash, makerSide } from '../pasted/maker-side';
import { kindNamedIn } from '../pasted/line-kinds';
import { readPastedLines, type PastedLine } from '../pasted/pasted-lines';
import { mostPoints, readList, type ListLine } from '../pasted/read-list';
import { kindOfHeader } from '../pasted/title-headers';
import { blankRow, RowCollector, type ImportSource } from '../source';

/** Nobody writes a longer list by hand, and each line is read in every way that it allows. */
const MAX_LINES = 20_000;
const KIND_QUESTION = 'kind';
const NOT_SAID = 'other';

const KINDS: readonly (readonly [value: string, label: string])[] = [
  [NOT_SAID, 'of different kinds'],
  ['movie', 'Films'],
  ['series', 'Series'],
  ['book', 'Books'],
  ['comic', 'Comics'],
  ['anime', 'Anime'],
  ['game', 'Games'],
  ['board game', 'Board games'],
  ['album', 'Albums'],
  ['track', 'Tracks'],
  ['music artist', 'Artists'],
  ['podcast', 'Podcasts'],
  ['place', 'Places'],
  ['recipe', 'Recipes'],
  ['wine', 'Wines'],
];

interface TitleText {
  readonly lines: readonly string[];
  /** Of a header over the titles; null: none says one. */
  readonly kind: string | null;
}

/** A cell of a table with one column: in quotes where it holds commas. */
const unquoted = (line: string): string =>
  /^\s*"(?:[^"]|"")*"\s*[,;]*$/u.test(line)
    ? line
        .trim()
        .replace(/[,;]*$/u, '')
        .slice(1, -1)
        .replaceAll('""', '"')
    : line;

/** The lines of a file; a header is blank. */
async function titleText(file: SourceFile): Promise<TitleText> {
  const lines: string[] = [];
  let kind: string | null = null;
  let isFirst = true;
  for await (const batch of file.lines()) {
    if (lines.length > MAX_LINES)
      throw new AppError(
        'file-too-large',
        `a list of more than ${MAX_LINES.toLocaleString('en')} lines. Split it into several files.`,
      );
    for (const { text } of batch) {
      const said = unquoted(text);
      const header = isFirst && said.trim() !== '' ? kindOfHeader(said) : undefined;
      if (said.trim() !== '') isFirst = false;
      if (header !== undefined) kind = header;
      lines.push(header === undefined ? said : '');
    }
  }
  return { lines: withoutLastCommas(lines), kind };
}

/** What holds for all lines of a file, unless a line says it otherwise. */
interface OfAll {
  readonly kind: string;
  readonly status: ItemStatus;
  readonly makers: 'left' | 'right' | null;
  /** Of how many points a number without a scale is. */
  readonly points: number;
}

/** The reading of a line whose makers stand on that side of its dash. */
const readingBy = (line: PastedLine, makers: OfAll['makers']): PastedLine['readings'][number] | undefined => {
  const sides = aroundDash(line.typed);
  if (makers === null || sides === null) return undefined;
  const side = sides[makers === 'left' ? 1 : 0];
  return line.readings.find(
    ({ title, creators, isGuess }) => creators.length > 0 && isGuess !== true && side.startsWith(title),
  );
};

/** Among anime "(TV)" and "(movie)" say how one came out. */
const kindAmong = (ofAll: string, said: string | null): string =>
  ofAll === 'anime' && (said === 'series' || said === 'movie') ? ofAll : (said ?? ofAll);

/** @returns the row, or why the line is none */
function readLine(
  path: string,
  line: PastedLine,
  { kind, status, makers, points }: OfAll,
  { at, isRating, opinion, ...marks }: ListLine,
): ImportedRow | string {
  if (line.isHeading) return 'a heading';
  if (isRating) return 'a rating, without what it is of';
  if (line.isTooLong) return 'longer than any title';
  const address = line.url === null ? null : readAddress(line.url);
  const url = address !== null && 'url' in address ? address.url : null;
  if (line.isBareLink)
    return url === null ? 'no address of the web' : { ...blankRow(path, line.number, 'link', shownAddress(url)), url };
  // Which side of a dash is the maker one line alone cannot say.
  const reading = readingBy(line, makers) ??
    line.readings.find(({ isGuess }) => isGuess !== true) ?? {
      title: line.typed,
      creators: [],
      year: null,
    };
  const rating = line.rating ?? opinion?.rating ?? (opinion?.points === undefined ? null : opinion.points / points);
  const hasOpinion = rating !== null || opinion?.liked === true || opinion?.disliked === true;
  const said = marks.status ?? (hasOpinion ? 'finished' : status);
  // "Kiln (1999) - Crime, Drama"
  const genres = tagsAndShelves(reading.creators);
  const areGenres = reading.creators.length > 0 && genres.shelves.length === 0;
  return {
    ...blankRow(path, line.number, kindAmong(kind, line.kind), reading.title),
    creators: areGenres ? [] : reading.creators,
    tags: areGenres ? genres.tags : [],
    year: reading.year,
    identifiers: reading.identifiers ?? {},
    ownRating: rating,
    liked: opinion?.liked ?? false,
    ...(opinion?.disliked === true ? { disliked: true } : {}),
    note: opinion?.note ?? null,
    status: said,
    // Of a list of what was seen it is the day on which that was; else nobody knows whose day it is.
    ...(said === 'finished' ? { finishedAt: at } : { addedAt: at }),
    url,
  };
}

function questionOf(answer: string): ImportQuestion {
  return {
    id: KIND_QUESTION,
    text: 'What are these?',
    options: KINDS.map(([value, label]) => ({ value, label })),
    answer,
  };
}

const STATUS_QUESTION = 'status';
const STATUSES: readonly { readonly value: ItemStatus; readonly label: string }[] = [
  { value: 'none', label: 'left without a status' },
  { value: 'wanted', label: 'wanted' },
  { value: 'finished', label: 'finished' },
];

const statusQuestion = (answer: ItemStatus): ImportQuestion => ({
  id: STATUS_QUESTION,
  text: 'Things of this list are',
  options: STATUSES,
  answer,
});

/** "To watch:", "### finished ###"; null: it says none. */
const statusOfHeading = (text: string): ItemStatus | null => {
  const status = statusOfWord(text);
  return status === 'none' ? null : status;
};

const NO_MARK: ListLine = { text: '', status: null, at: null, isRating: false, heading: null, opinion: null };

const POINTS_QUESTION = 'points';
const POINTS = [5, 10] as const;
const pointsQuestion = (answer: number): ImportQuestion => ({
  id: POINTS_QUESTION,
  text: 'The numbers behind the titles are ratings of',
  options: POINTS.map((value) => ({ value: String(value), label: `${String(value)} points` })),
  answer: String(answer),
});

const ONLY_ISBNS =
  'a list of ISBNs without titles, which this program cannot name. Import it into Goodreads or LibraryThing, which can, and drop their export';

const areIsbns = (lines: readonly string[]): boolean => {
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  return said.length > 1 && said.filter((line) => parseIsbn(line) !== null).length >= said.length * 0.8;
};

/** One title on each line: a text, a table with one column, a message of a chat. */
export const titles: ImportSource = {
  id: 'titles',
  containers: ['text'],
  scale: null,
  sniff: ({ text, firstRecords }) => {
    const isCut = text.length > 60_000;
    const lines = text.split(/\r\n?|\n/u).map(unquoted);
    const [first = ''] = lines.filter((line) => line.trim() !== '');
    if (areIsbns(lines)) return { layout: 'lines', confidence: 'possible', refusal: ONLY_ISBNS };
    const isColumn = kindOfHeader(first) !== undefined && firstRecords.length === 2;
    return isColumn || looksLikeTitles(lines, isCut) ? { layout: 'lines', confidence: 'possible' } : null;
  },
  read: async (files, { answers, pacer }) => {
    const collector = new RowCollector();
    let hasUnsaid = false;
    let said: string | null = null;
    let statusSaid: ItemStatus = 'none';
    let hasPoints = false;
    const pointsAnswer = Number(answers.get(POINTS_QUESTION) ?? POINTS[0]);
    const statusAnswer = STATUSES.find(({ value }) => value === answers.get(STATUS_QUESTION))?.value;
    for (const { file } of files) {
      const { lines: written, kind } = await titleText(file);
      await pacer.yieldIfDue();
      const named = saidByName(file.path);
      said ??= kind ?? named.kind;
      if (statusSaid === 'none') statusSaid = named.status;
      const marks = readList(written);
      const highest = mostPoints(marks);
      hasPoints ||= highest > 0 && highest <= POINTS[0];
      const lines = readPastedLines(marks.map(({ text }) => text).join('\n'));
      const ofAll: OfAll = {
        kind: answers.get(KIND_QUESTION) ?? kind ?? named.kind ?? NOT_SAID,
        status: statusAnswer ?? named.status,
        points: highest > POINTS[0] ? POINTS[1] : pointsAnswer,
        makers: makerSide(lines.filter(({ isHeading }) => !isHeading).map(({ typed }) => typed)),
      };
      const isSentence = sentencesBeside(written);
      let statusOfPart: ItemStatus | null = null;
      let kindOfPart: string | null = null;
      const skip = (number: number, reason: string): void => {
        collector.skip(file.path, number, reason, (written[number - 1] ?? '').trim().slice(0, 80));
      };
      for (const [index, mark] of marks.entries()) if (mark.heading === 'time') skip(index + 1, 'a heading');
      for (const line of lines) {
        await pacer.yieldIfDue();
        const mark = marks[line.number - 1] ?? NO_MARK;
        if (line.isHeading) {
          statusOfPart = statusOfHeading(line.text);
          kindOfPart = kindNamedIn(line.text);
        }
        const row = isSentence(written[line.number - 1] ?? '')
          ? 'a sentence beside the list'
          : readLine(
              file.path,
              line,
              { ...ofAll, kind: kindOfPart ?? ofAll.kind, status: statusOfPart ?? ofAll.status },
              mark,
            );
        if (typeof row === 'string') skip(line.number, row);
        else collector.add(row);
        hasUnsaid ||= line.kind === null && kindOfPart === null && !line.isBareLink && !line.isHeading;
      }
    }
    const questions = [
      ...(hasUnsaid ? [questionOf(answers.get(KIND_QUESTION) ?? said ?? NOT_SAID)] : []),
      ...(hasPoints ? [pointsQuestion(pointsAnswer)] : []),
      ...(statusSaid === 'none' ? [] : [statusQuestion(statusAnswer ?? statusSaid)]),
    ];
    return collector.reading('A list of titles', { questions });
  },
};
