import type { ImportedRow, ImportQuestion } from '../../domain/imported-row';
import { cleanCell } from '../cells/cell-values';
import { plainDate, readMonthFirst, type DateOrder } from '../cells/cell-dates';
import { orderOfSequence } from '../cells/date-sequence';
import { titleAndYear } from '../cells/title-cells';
import { columnReader, findHeader } from '../containers/csv-table';
import type { FileHead, SourceFile } from '../containers/source-file';
import { SeriesRows } from '../episodes';
import { readTable, type TableRow } from '../read-table';
import { blankRow, RowCollector, titleOf, type ImportSource, type SniffedFile } from '../source';
import { partsOfLine, seriesOfLine } from '../../identity/whole-of-part';
import { seriesOfLines } from './netflix-lines';

/** Stars, which Netflix had until 2017. */
const STARS = 5;

const LAYOUTS = ['viewing activity', 'viewing history', 'ratings', 'my list'] as const;
type Layout = (typeof LAYOUTS)[number];

const COLUMNS: Readonly<Record<Layout, readonly string[]>> = {
  'viewing activity': ['Profile Name', 'Start Time', 'Duration', 'Title'],
  'viewing history': ['Title', 'Date'],
  ratings: ['Profile Name', 'Title Name', 'Rating Type'],
  'my list': ['Profile Name', 'Title Name', 'Utc Title Add Date'],
};

/** As Netflix writes them, year first; a spreadsheet that saves them again has its own order. */
const DATES = ['Start Time', 'Event Utc Ts', 'Region View Date', 'Utc Title Add Date'] as const;

/** Numbers in the order of the account's language: "10/13/25", "21. 12. 27." */
const isDay = (cell: string): boolean => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(plainDate(cell));
/** The column of row numbers that some programs put in front of a table that they save again. */
const isRowNumbers = (name: string): boolean => /^(?:unnamed: \d+|index)?$/i.test(name.trim());

/** `Title,Date` may head anybody's table: Netflix writes it bare, all cells below in quotes, and days with numbers. */
function isHistory({ path, text, firstRecords }: FileHead): boolean {
  const at = findHeader(firstRecords, COLUMNS['viewing history']);
  const header = firstRecords[at]?.cells ?? [];
  if (header.filter((name) => !isRowNumbers(name)).length !== 2) return false;
  const columns = columnReader(header);
  const rows = firstRecords.slice(at + 1);
  const days = rows.map((record) => columns.cell(record, 'Date')).filter((day) => day !== '');
  if (!days.every(isDay)) return false;
  return (
    /^\uFEFF?Title,Date\r?\n?\r?"/.test(text) ||
    /netflix/i.test(path) ||
    rows.some((record) => seriesOfLine(columns.cell(record, 'Title')) !== null)
  );
}

function layoutOf(file: FileHead): Layout | null {
  for (const layout of ['viewing activity', 'ratings', 'my list'] as const)
    if (findHeader(file.firstRecords, COLUMNS[layout]) >= 0) return layout;
  return isHistory(file) ? 'viewing history' : null;
}

/** "1:35:07" in seconds; null where it is not so written. */
function secondsOf(cell: string): number | null {
  const match = /^(\d+):(\d{2}):(\d{2})$/.exec(cell);
  return match === null ? null : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}

/** Below this somebody looked into a title. */
const MIN_SECONDS = 120;
/** From here on a film counts as seen: files do not say how long it is. */
const SEEN_SECONDS = 40 * 60;

/** Without the number that the activity puts behind a title: "The Storm (Episode 3)". */
const withoutNumber = (title: string): string =>
  title.replace(/\s\((?:Episode|Folge|Episodio|Épisode|Episódio) \d+\)$/iu, '');

function namedRow(file: string, line: number, kind: 'series' | 'movie', name: string): ImportedRow {
  const { title, year } = titleAndYear(name);
  return { ...blankRow(file, line, kind, title), year };
}

/** Every cell of a column, in order. */
async function cellsOf(file: SourceFile, layout: Layout, column: string): Promise<readonly string[]> {
  const cells: string[] = [];
  await readTable(file, { required: COLUMNS[layout] }, new RowCollector(), (row) => {
    cells.push(row.cell(column));
    return [];
  });
  return cells;
}

/** The day on which each line was watched, as it is written; none for what was not watched. */
async function daysOf(file: SourceFile, layout: Layout): Promise<readonly string[]> {
  if (layout === 'viewing history') return cellsOf(file, layout, 'Date');
  if (layout !== 'viewing activity') return [];
  return (await cellsOf(file, layout, 'Start Time')).map((time) => time.split(' ')[0] ?? '');
}

/** Films and series of all files, gathered. */
class Watched {
  readonly #collector: RowCollector;
  readonly #series: SeriesRows;
  readonly #films = new Map<string, { row: ImportedRow; seconds: number; days: Set<number> }>();

  constructor(collector: RowCollector) {
    this.#collector = collector;
    this.#series = new SeriesRows(collector);
  }

  /** @param seconds Infinity where the file does not say: it lists what was watched. */
  see({ file, line }: TableRow, title: string, series: string | null, at: number | null, seconds: number): void {
    const day = at === null ? null : at - (at % 86_400_000);
    if (series !== null) {
      const id = withoutNumber(title).slice(0, 200);
      this.#series.see(series.toLowerCase(), () => namedRow(file, line, 'series', series), [{ id, at: day }]);
      return;
    }
    const key = title.toLowerCase();
    let film = this.#films.get(key);
    if (film === undefined) {
      film = { row: namedRow(file, line, 'movie', title), seconds: 0, days: new Set() };
      this.#films.set(key, film);
    } else this.#collector.joinedCount += 1;
    film.seconds += seconds;
    if (day !== null) film.days.add(day);
  }

  finish(): void {
    for (const { row, seconds, days } of this.#films.values()) {
      const dates = [...days].sort((left, right) => left - right);
      const isSeen = seconds >= SEEN_SECONDS;
      this.#collector.add({
        ...row,
        status: isSeen ? 'finished' : 'in-progress',
        finishedAt: isSeen ? (dates.at(-1) ?? null) : null,
        ...(isSeen && dates.length > 1 ? { finishedDates: dates } : {}),
        plays: Math.max(1, isSeen ? dates.length : 1),
      });
    }
    this.#series.finish();
  }
}

/** A thumb or stars; watching itself says nothing of liking. */
function opinionOf(row: TableRow): Pick<ImportedRow, 'ownRating' | 'liked' | 'disliked'> | null {
  const thumbs = row.number('Thumbs Value');
  const stars = row.rating(STARS, 'Star Value');
  if (/star/i.test(row.cell('Rating Type')) && stars !== null) return { ownRating: stars, liked: false };
  if (thumbs === 1) return { ownRating: null, liked: false, disliked: true };
  if (thumbs === 2 || thumbs === 3) return { ownRating: null, liked: true };
  return stars === null ? null : { ownRating: stars, liked: false };
}

interface Choice {
  readonly question: ImportQuestion | null;
  readonly takes: (profile: string) => boolean;
}

const EVERYBODY = '*';

/** Whose files these are: of several profiles the one with most in them, unless the person says another. */
async function chosenProfile(
  files: readonly SniffedFile<Layout>[],
  answers: ReadonlyMap<string, string>,
): Promise<Choice> {
  const counts = new Map<string, number>();
  for (const { file, layout } of files)
    if (layout !== 'viewing history')
      for (const profile of await cellsOf(file, layout, 'Profile Name'))
        if (profile !== '') counts.set(profile, (counts.get(profile) ?? 0) + 1);
  if (counts.size < 2) return { question: null, takes: () => true };
  const profiles = [...counts].sort((left, right) => right[1] - left[1]).map(([profile]) => profile);
  const options = [
    ...profiles.map((profile) => ({ value: profile, label: profile })),
    { value: EVERYBODY, label: 'All of them' },
  ];
  const said = answers.get('profile') ?? '';
  const answer = options.some(({ value }) => value === said) ? said : (profiles[0] ?? EVERYBODY);
  return {
    question: { id: 'profile', text: 'Whose profile is yours?', options, answer },
    takes: (profile) => answer === EVERYBODY || profile === answer || profile === '',
  };
}

/** What was watched, a thumb up or down, My List: the page's own history, or the files that Netflix sends. */
export const netflix: ImportSource = {
  id: 'netflix',
  containers: ['table'],
  scale: STARS,
  sniff: (file) => {
    const layout = layoutOf(file);
    return layout === null ? null : { layout, confidence: layout === 'viewing history' ? 'likely' : 'certain' };
  },
  read: async (files, { answers }) => {
    const collector = new RowCollector();
    const parts = LAYOUTS.flatMap((layout) =>
      files.filter((part) => part.layout === layout).map(({ file }) => ({ file, layout })),
    );
    const { question, takes } = await chosenProfile(parts, answers);
    const watched = new Watched(collector);
    const known = new Map<string, 'series' | 'movie'>();
    let isGuess = false;
    for (const { file, layout } of parts) {
      const titleColumn = layout === 'ratings' || layout === 'my list' ? 'Title Name' : 'Title';
      const cells = await cellsOf(file, layout, titleColumn);
      const seriesOf = seriesOfLines(cells, await daysOf(file, layout));
      if (titleColumn === 'Title')
        for (const [line, series] of seriesOf)
          known.set((series ?? line).toLowerCase(), series === null ? 'movie' : 'series');
      const days = layout === 'viewing history' ? { order: await orderOf(file, collector) } : { dates: DATES };
      await readTable(file, { required: COLUMNS[layout], ...days }, collector, (row) => {
        const title = titleOf(row.cell(titleColumn));
        if (title === null) return 'no title';
        const profile = row.cell('Profile Name');
        if (!takes(profile)) return `of the profile ${profile}`;
        const series = seriesOf.get(title) ?? null;
        if (layout === 'viewing history') {
          watched.see(row, title, series, row.date('Date'), Infinity);
          return [];
        }
        if (layout === 'viewing activity') {
          const extra = row.cell('Supplemental Video Type');
          if (extra !== '') return `no film or episode (${extra.toLowerCase().replaceAll('_', ' ')})`;
          const seconds = secondsOf(row.cell('Duration'));
          if (seconds !== null && seconds < MIN_SECONDS) return 'watched for less than two minutes';
          watched.see(row, title, series, row.date('Start Time'), seconds ?? Infinity);
          return [];
        }
        const name = series ?? title;
        const kind = series === null ? known.get(name.toLowerCase()) : 'series';
        isGuess ||= kind === undefined;
        const base = namedRow(row.file, row.line, kind ?? 'movie', name);
        if (layout === 'my list') return { ...base, status: 'wanted', addedAt: row.date('Utc Title Add Date') };
        const opinion = opinionOf(row);
        if (opinion === null) return 'no thumb and no stars';
        if (series !== null && partsOfLine(title).length > 2) return 'a rating of one episode';
        return { ...base, ...opinion, ratedAt: row.date('Event Utc Ts', 'Region View Date') };
      });
    }
    watched.finish();
    if (isGuess)
      collector.warnings.push(
        'what is in no viewing history is taken for a film: Netflix does not say which are series',
      );
    const found = LAYOUTS.filter((layout) => parts.some((part) => part.layout === layout));
    return collector.reading(`Netflix (${found.join(', ')})`, { questions: question === null ? [] : [question] });
  },
};

async function orderOf(file: SourceFile, collector: RowCollector): Promise<DateOrder> {
  const days = (await cellsOf(file, 'viewing history', 'Date')).map(cleanCell);
  const { order, isSure } = orderOfSequence(days);
  const doubtful = isSure ? undefined : days.find((day) => /^\d{1,2}[-/.]/.test(day));
  if (doubtful !== undefined) collector.warn(file.path, readMonthFirst(doubtful));
  return order;
}
