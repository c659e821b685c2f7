import { dateOrderOf, parseDate } from '../cells/cell-dates';
import { measureOfHeader, statedLength } from '../cells/cell-length';
import { parseCount, parseNumber, parseYear } from '../cells/cell-values';
import { dayOfSpan, daysOfCell } from '../cells/date-span';
import { IMDB_NUMBER } from '../cells/identifier-cells';
import { kindOfWord } from '../cells/kind-words';
import { statusOfWord, yesOrNo } from '../cells/status-words';
import { saysSeries } from '../cells/title-cells';
import { saysNothing } from '../cells/unread-cells';
import { CSV_FIELDS, type CsvField } from './csv-fields';
import type { CsvMapping, GuessQuestion, MappingEvidence } from './csv-mapping';
import { saidByName } from '../pasted/list-name';
import { headerWords, kindOfHeaders, wordsFor } from './header-words';
import { columnsByCells } from './headless-table';
import { kindOfLinks } from './kind-of-links';
import {
  areForAges,
  areInTenths,
  countsOthers,
  isCalledRating,
  isRater,
  lookLikeAverages,
  opinionsIn,
  ratingOwner,
  ratingsIn,
  scaleOf,
} from './rating-columns';

interface Column {
  readonly index: number;
  /** As `headerWords` makes it. */
  readonly header: string;
  /** Its cells that say something. */
  readonly cells: readonly string[];
}

const share = (cells: readonly string[], fits: (cell: string) => boolean): number =>
  cells.filter(fits).length / Math.max(1, cells.length);

const isYear = (cell: string): boolean => /^\W?c?a?\.?\s?-?\d{1,4}(?:\.0)?\W?$/u.test(cell);
/** "Date" is a year in LibraryThing and a day everywhere else. */
const MEANS_DAY = /^(?:date|datum|data|fecha|tarih|дата|日付|日期|날짜)$/u;
const MONTH = /^(?:month|monat|mois|mes|mês|mese|maand|månad|måned|miesiąc|měsíc|месяц|月|월)$/u;
/** Whose name it is, where it is no title. */
const NAME_OF_OTHER =
  /parent|profile|user|account|owner|author|artist|director|creator|first|last|full|nick|file|library|list|shelf|device|person|country|city|company|publisher|developer|studio|store|channel|provider|platform|service|sort|original|series|album artist|show name|genre|tag|label|\bids?\b|\burl\b|\blink\b|\bcount\b|brewery|winery|brand|host|venue/u;
/** Whatever a publisher or a service writes about a thing is no note of the owner. */
const BLURB =
  /blurb|summary|synopsis|overview|plot|publisher|about|klappentext|inhalt|résumé|sinopsis|sinossi|trama|аннотация|описание/u;

/** How well a column's cells fit a field, 0 to 1; null where the cells do not matter. */
function fitOf(field: CsvField, { header, cells }: Column): number | null {
  switch (field) {
    case 'rating':
      // "Note" is a rating in French, and a remark in English, where words stand below it.
      return (header === 'note' ? ratingsIn(cells) : opinionsIn(cells)) / Math.max(1, cells.length);
    case 'crowdRating':
      return ratingsIn(cells) / Math.max(1, cells.length);
    case 'liked':
      return share(cells, (cell) => yesOrNo(cell) !== null);
    case 'crowdCount':
      return share(cells, (cell) => parseCount(cell) !== null && !/^\d[.,]\d{1,2}$/u.test(cell));
    case 'length': {
      const measure = measureOfHeader(header);
      return share(cells, (cell) => statedLength(cell, measure) !== null);
    }
    case 'year':
      return share(cells, (cell) => (MEANS_DAY.test(header) ? isYear(cell) : parseYear(cell) !== null || cell === '0'));
    case 'kind':
      return share(cells, (cell) => (kindOfWord(cell, '')?.kind ?? '') !== '');
    case 'status':
      return share(cells, (cell) => statusOfWord(cell) !== 'none' || yesOrNo(cell) !== null || /^none$/iu.test(cell));
    case 'finishedAt':
    case 'addedAt':
    case 'ratedAt': {
      const days = cells.flatMap(daysOfCell).map((day) => dayOfSpan(day, true));
      const { order } = dateOrderOf(days);
      return share(days, (day) => parseDate(day, order) !== null);
    }
    case 'seriesNumber':
      return share(cells, (cell) => parseNumber(cell) !== null);
    case 'note':
      return share(cells, (cell) => ratingsIn([cell]) === 0);
    case 'title':
      // Names of profiles, devices and shelves come again and again; numbers alone are numbers of things.
      return (cells.length > 20 && new Set(cells).size < cells.length / 10) ||
        (cells.length >= 5 && share(cells, (cell) => /^\d+$/u.test(cell)) > 0.95)
        ? 0
        : 1;
    case 'originalTitle':
    case 'creators':
    case 'tags':
    case 'shelves':
    case 'series':
    case 'privateNote':
    case 'isbn':
    case 'isbn10':
    case 'imdb':
    case 'url':
      return null;
  }
}

/** Pages about makers, genres and series name none of them. */
const SAID_IN_WORDS: ReadonlySet<CsvField> = new Set<CsvField>([
  'title',
  'originalTitle',
  'creators',
  'tags',
  'shelves',
  'series',
]);

/** Fits a field at all? Guards against a column that is only named like it. */
function isPlausible(field: CsvField, column: Column): boolean {
  const { header, cells } = column;
  if (field === 'note' && BLURB.test(header)) return false;
  if (SAID_IN_WORDS.has(field) && share(cells, (cell) => /^https?:\/\//u.test(cell)) > 0.5) return false;
  if (cells.length === 0) return !(field === 'kind');
  return (fitOf(field, column) ?? 1) >= (field === 'status' ? 1 / 3 : 0.5);
}

/** Found by the whole header alone, or else by a word in it: only what would otherwise be missed. */
const BY_PART: readonly CsvField[] = [
  'title',
  'creators',
  'year',
  'tags',
  'shelves',
  'series',
  'isbn',
  'status',
  'finishedAt',
  'kind',
];

const holdsWord = (header: string, word: string): boolean =>
  word.length > 3 &&
  new RegExp(`(?:^|[^\\p{L}])${word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?:$|[^\\p{L}])`, 'u').test(header);

/** Part of a header says too little: "Date started" is no year, "Profile name" no title. */
function partSays(field: CsvField, { header }: Column, word: string): boolean {
  if (field === 'year')
    return !MEANS_DAY.test(word) && !/release|published/u.test(word) && statusOfWord(header) === 'none';
  if (field === 'title') return !NAME_OF_OTHER.test(header) || (word === 'item name' && header.endsWith(word));
  if (field === 'finishedAt') return word.includes(' ');
  // "trakt_type"; "jacket type" is turned down by what is in it, "album type" says nothing of a song beside it.
  if (field === 'kind')
    return word === 'type' && header.endsWith(' type') && !NAME_OF_OTHER.test(header) && !/album/u.test(header);
  // "brewery id" names nobody.
  return !(field === 'creators' && /\b(?:id|ids|count|number)\b/u.test(header));
}

class Guess {
  readonly columns: Partial<Record<CsvField, number>> = {};
  readonly evidence: Partial<Record<CsvField, MappingEvidence>> = {};
  readonly questions: GuessQuestion[] = [];

  constructor(readonly all: readonly Column[]) {}

  isFree = ({ index }: Column): boolean => !Object.values(this.columns).includes(index);

  columnOf(field: CsvField): Column | undefined {
    return this.all[this.columns[field] ?? -1];
  }

  take(field: CsvField, column: Column, word: string | null): void {
    this.columns[field] = column.index;
    const fit = column.cells.length === 0 ? null : fitOf(field, column);
    this.evidence[field] = {
      word,
      fitting: fit === null ? null : Math.round(fit * column.cells.length),
      filled: column.cells.length,
    };
  }

  claim(field: CsvField, matches: (column: Column, word: string) => boolean): void {
    if (this.columns[field] !== undefined) return;
    for (const word of wordsFor(field)) {
      const column = this.all.find(
        (candidate) =>
          this.isFree(candidate) &&
          candidate.header !== '' &&
          matches(candidate, word) &&
          isPlausible(field, candidate),
      );
      if (column === undefined) continue;
      this.take(field, column, word);
      return;
    }
  }
}

const RATINGS: ReadonlySet<CsvField> = new Set<CsvField>(['rating', 'crowdRating', 'crowdCount']);

/**
 * What a CSV most likely means, filled in before the person is asked. `sampleRows` are the first rows below the header
 * (all of them where cheap: the scale of a rating is guessed from its highest value).
 * @param path of the file: its name may say what the things are, where nothing in it does
 */
export function guessMapping(
  header: readonly string[],
  sampleRows: readonly (readonly string[])[],
  path = '',
): CsvMapping {
  const guess = new Guess(
    header.map((name, index) => ({
      index,
      header: headerWords(name),
      cells: sampleRows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '' && !saysNothing(cell)),
    })),
  );
  // A year beside a month is when something was done.
  const hasMonth = guess.all.some((column) => MONTH.test(column.header));
  for (const field of CSV_FIELDS) {
    if (field === 'rating') guessRatings(guess);
    if (field === 'year' && hasMonth) continue;
    if (!RATINGS.has(field))
      guess.claim(field, (column, word) => column.header === word && isOwnText(field, column, guess));
  }
  for (const field of ['status', 'finishedAt'] as const) claimUnread(guess, field);
  for (const field of BY_PART)
    if (field !== 'year' || !hasMonth)
      guess.claim(field, (column, word) => holdsWord(column.header, word) && partSays(field, column, word));
  if (guess.columns.title === undefined) claimAnswers(guess);
  // IMDb's numbers, whatever the column is called.
  const numbers = guess.all.find(
    (column) =>
      guess.isFree(column) && column.cells.length > 0 && share(column.cells, (cell) => IMDB_NUMBER.test(cell)) > 0.8,
  );
  if (guess.columns.imdb === undefined && numbers !== undefined) guess.take('imdb', numbers, null);
  // A second number where one alone is not always there.
  if (guess.columns.isbn === undefined) delete guess.columns.isbn10;
  if (guess.columns.series === undefined) {
    delete guess.columns.seriesNumber;
    delete guess.evidence.seriesNumber;
  }
  if (header.every((name) => name.trim() === '')) {
    Object.assign(guess.columns, columnsByCells(sampleRows));
    if (guess.columns.rating !== undefined) guess.questions.push('rating');
  }
  const named = saidByName(path);
  tellTagsFromGenres(guess);
  const kind = guessKind(guess, named.kind);
  const rating = guess.columnOf('rating');
  const scale = scaleOf(rating?.cells ?? [], rating?.header ?? '');
  if (rating !== undefined && !scale.isCertain) guess.questions.push('ratingMaximum');
  const crowd = guess.columnOf('crowdRating');
  return {
    columns: guess.columns,
    kind,
    // A column of its own says it better, even where it is blank.
    ...(named.status === 'none' || guess.columns.status !== undefined ? {} : { status: named.status }),
    ratingMaximum: scale.maximum,
    crowdMaximum: scaleOf(crowd?.cells ?? [], crowd?.header ?? '').maximum,
    guess: { evidence: guess.evidence, questions: guess.questions },
  };
}

/** "What did you watch?": the answers to a form are titles, if they are texts that hardly come again. */
const ASKS =
  /^(?:what|which|was|welche[nrs]?|que|quel(?:le)?|quoi|qué|cuál|cosa|quale|o que|qual|wat|welk)(?![\p{L}])/u;

function claimAnswers(guess: Guess): void {
  const column = guess.all.find(
    (candidate) =>
      ASKS.test(candidate.header) &&
      guess.isFree(candidate) &&
      candidate.cells.length > 0 &&
      share(candidate.cells, (cell) => /\p{L}/u.test(cell) && cell.length <= 120) > 0.9 &&
      new Set(candidate.cells).size > candidate.cells.length / 2,
  );
  if (column !== undefined) guess.take('title', column, column.header);
}

/** Headers that say what a column is for, whatever its cells look like. */
const SAYS_FIELD: ReadonlyMap<CsvField, RegExp> = new Map([
  ['rating', /rating|score|bewertung|оценка|puntuaci|calificaci|avaliaç|valutazione|評価|评分|평점/u],
  ['status', /status|completion/u],
  [
    'finishedAt',
    /date.(?:read|finished|watched|completed|seen)|(?:read|finish|watched|completion) date|(?:gelesen|gesehen|beendet) am|lu le|vu le/u,
  ],
]);

/** A column that is called so and could not be read is taken all the same: its cells are counted as not read. */
function claimUnread(guess: Guess, field: CsvField): void {
  const words = new Set(wordsFor(field));
  const column = guess.all.find(
    (candidate) =>
      words.has(candidate.header) &&
      SAYS_FIELD.get(field)?.test(candidate.header) === true &&
      candidate.cells.length > 0 &&
      guess.isFree(candidate) &&
      (field !== 'rating' ||
        (!['others', 'nobody'].includes(ratingOwner(candidate.header)) && !areForAges(candidate.cells))),
  );
  if (guess.columns[field] === undefined && column !== undefined) guess.take(field, column, column.header);
}

/** Beside a column of genres, tags are words of the owner. */
function tellTagsFromGenres(guess: Guess): void {
  const tags = guess.columnOf('tags');
  if (tags?.header !== 'tags' || guess.columns.shelves !== undefined) return;
  const genres = guess.all.find(
    (column) =>
      guess.isFree(column) && /^(?:genres?|categories|subjects)$/u.test(column.header) && column.cells.length > 0,
  );
  if (genres === undefined) return;
  guess.take('shelves', tags, tags.header);
  guess.take('tags', genres, genres.header);
}

/** Calibre's comments are the publisher's. */
function isOwnText(field: CsvField, { header }: Column, { all }: Guess): boolean {
  const isCalibre = all.some((column) => /^(?:title sort|author sort|library name)$/u.test(column.header));
  return field !== 'note' || header !== 'comments' || !isCalibre;
}

/** Whose ratings there are: at most one column is the owner's, at most one everyone's. */
function guessRatings(guess: Guess): void {
  const called = (field: CsvField): readonly Column[] =>
    wordsFor(field).flatMap((word) => guess.all.filter((column) => column.header === word));
  const named = [...new Set([...called('rating'), ...guess.all.filter(({ header }) => isCalledRating(header))])].filter(
    (column) => guess.isFree(column) && isPlausible('rating', column),
  );
  const of = (owner: string): readonly Column[] => named.filter(({ header }) => ratingOwner(header) === owner);
  const hasRaters = guess.all.some(({ header, cells }) => isRater(header) && new Set(cells).size > 1);
  const [best, ...others] = [...of('own'), ...(hasRaters ? [] : [...of('user'), ...of('plain')])];
  const hasCounts = guess.all.some(({ header, cells }) => countsOthers(header, cells));
  const areAverages = (cells: readonly string[]): boolean =>
    lookLikeAverages(cells) || (hasCounts && areInTenths(cells));
  const mayBeEveryones =
    best !== undefined && (hasCounts ? ['plain', 'user'] : ['plain']).includes(ratingOwner(best.header));
  const isAverage = mayBeEveryones && areAverages(best.cells);
  const own = isAverage ? others.find(({ cells }) => !areAverages(cells)) : best;
  if (own !== undefined) guess.take('rating', own, own.header);
  const crowdColumns = [
    ...called('crowdRating').filter((column) => guess.isFree(column) && isPlausible('crowdRating', column)),
    ...of('others'),
    // Beside one's own rating, a plain one is everyone's, unless it is blank; so is one of averages.
    ...of('user'),
    ...of('plain').filter(
      ({ cells }) =>
        isAverage || areAverages(cells) || (cells.length > 0 && own !== undefined && ratingOwner(own.header) === 'own'),
    ),
  ].filter((column) => column !== own);
  // One of many people's ratings is not the mean of all.
  const [crowd] = hasRaters ? [] : crowdColumns;
  if (crowd !== undefined) guess.take('crowdRating', crowd, crowd.header);
  if (isAverage) guess.questions.push('rating');
  if (own === undefined && !isAverage && !hasRaters) claimUnread(guess, 'rating');
  guess.claim('crowdCount', (column, word) => column.header === word);
}

/** What games are played on. */
const isPlatform = (cell: string): boolean =>
  /^(?:pc|steam|switch|xbox|(?:sony )?playstation|ps ?[1-5p]|ps vita|psp|wii u?|nintendo|game ?(?:boy|cube)|sega|sega genesis|dreamcast|super nintendo|s?nes|n64|3ds|nds)\b/iu.test(
    cell,
  );

/** Whether nothing but a column of authors says that these are books. */
const isOnlyOfAuthors = (guess: Guess): boolean => {
  const makers = guess.columnOf('creators');
  return kindOfHeaders(guess.all.filter((column) => column !== makers).map(({ header }) => header))?.kind !== 'book';
};

/** What most rows are, where they do not say it themselves. */
function guessKind(guess: Guess, named: string | null): string {
  const column = guess.columnOf('kind');
  const links = guess.columnOf('url')?.cells ?? [];
  const byLinks = kindOfLinks(links);
  if (byLinks === 'place') return byLinks;
  const byHeader = kindOfHeaders(guess.all.map(({ header }) => header));
  // Beside its album, what has a name is a song.
  const isSong = guess.all.some(({ header }) => /^album(?: name| title)?$/u.test(header));
  if (isSong && /^(?:title|name|track|song)\b/u.test(guess.columnOf('title')?.header ?? '')) return 'track';
  // Articles and recipes have authors, too; a file called "series" with authors is of books in series.
  const hasAuthors = named !== null && named !== 'book' && named !== 'series';
  if (hasAuthors && byHeader?.kind === 'book' && isOnlyOfAuthors(guess)) {
    guess.questions.push('kind');
    return named;
  }
  if (byHeader !== null && column === undefined) return byHeader.kind;
  const said = new Map<string, number>();
  for (const cell of column?.cells ?? []) {
    const kind = kindOfWord(cell, byHeader?.kind ?? 'other')?.kind;
    if (kind !== undefined) said.set(kind, (said.get(kind) ?? 0) + 1);
  }
  if (byHeader !== null) return byHeader.kind;
  const [most] = [...said].sort((left, right) => right[1] - left[1]);
  if (most !== undefined) return most[0];
  if (guess.all.some(({ cells }) => cells.length > 0 && share(cells, isPlatform) > 0.6)) return 'game';
  if (byLinks !== null) return byLinks;
  if (guess.columnOf('title')?.cells.some(saysSeries)) return 'movie';
  guess.questions.push('kind');
  if (named !== null) return named;
  const isWeb = links.length > 0 && guess.columns.creators === undefined;
  return isWeb ? 'article' : 'other';
}
