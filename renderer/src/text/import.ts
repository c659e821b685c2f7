import { counted } from './plural';

const SHOWN_WORDS = 8;

/** "fantasy, history and 12 more" */
function firstWords(words: readonly string[]): string {
  const rest = words.length - SHOWN_WORDS;
  return rest > 0 ? `${words.slice(0, SHOWN_WORDS).join(', ')} and ${String(rest)} more` : words.join(', ');
}

/** "line 3"; with its file where there are several. */
const linePlace = (file: string | null, line: number): string =>
  file === null ? `line ${line.toLocaleString()}` : `${file}, line ${line.toLocaleString()}`;

/** "line 10" → "Line 10"; the name of a file stays. */
const sentenceStart = (place: string): string => place.replace(/^line/, 'Line');

/** What an importer says is often a part of a sentence: "an answer of Steam that has no names". Names of files stay. */
function sentence(words: string, files: readonly string[]): string {
  const stopped = /[.!?]$/.test(words) ? words : `${words}.`;
  return files.some((file) => stopped.startsWith(file))
    ? stopped
    : stopped.charAt(0).toLocaleUpperCase() + stopped.slice(1);
}

export const importText = {
  title: 'Import',
  /** How a source names what it read; what its table looks like is for whoever inspects a file. */
  sourceTitle: (label: string) =>
    label.replace(/ \((?:\d+ columns|parts|page|table|bookmark page)\)$|, \d+ columns(?=\)$)/, ''),
  description:
    'Drop an export anywhere on this window, or choose files. Nothing is written before you have seen what it would do.',
  drop: 'Drop export files here',
  choose: 'Choose files',
  chooseTitle: 'Choose export files',
  dropAnywhere: 'Drop to see what is inside',
  sources: 'Files, folders and zips as you got them. Of a table that is not recognised you say what its columns mean.',
  sourcesTitle: 'Where to get the file',
  sourcesFind: 'Find a service',
  sourcesNone:
    'Handpicked does not know this service by name. If it gives you a CSV, TSV, JSON or Excel file, drop it: you say what its columns mean. A plain list of titles works, too.',
  private: 'The files are read on this computer and go nowhere else.',
  reading: 'Reading…',
  readingOf: (done: number, total: number) => `Reading ${String(done)} of ${counted(total, 'file')}…`,
  nothing: 'Nothing to import was found in these files.',
  titlesTitle: 'One title on each line',
  titlesHint:
    'Look them up first, and each becomes the film, book or game that it names, with maker and year. Or say below what they are and import them as they stand.',
  titlesLookUp: 'Look them up',
  startOver: 'Choose other files',
  importAll: (things: number, lists: number) =>
    things + lists === 0
      ? 'Nothing new to import'
      : `Import ${[
          ...(things > 0 ? [counted(things, 'thing')] : []),
          ...(lists > 0 ? [counted(lists, 'list')] : []),
        ].join(' and ')}`,
  cancel: 'Cancel',
  importing: (done: number, total: number) => `Importing ${done.toLocaleString()} of ${total.toLocaleString()}…`,
  nothingNew: 'Everything in these files is in your library already.',
  rowsRead: 'rows read',
  added: 'new',
  changed: 'changed',
  unchanged: 'already there',
  skipped: 'skipped',
  merged: 'joined with others',
  doubtful: 'kept apart in doubt',
  files: (files: readonly string[]) =>
    files.length <= 3
      ? files.join(', ')
      : `${files.slice(0, 3).join(', ')} and ${counted(files.length - 3, 'more file')}`,
  tags: (words: readonly string[]) => `Tags: ${firstWords(words)}`,
  shelves: (words: readonly string[]) => `Shelves: ${firstWords(words)}. They stay yours: picks do not read them.`,
  addedHeading: (count: number) => counted(count, 'new thing'),
  changedHeading: (count: number) => `${counted(count, 'thing')} to bring up to date`,
  doubtfulHeading: (count: number) =>
    count === 1
      ? '1 new thing could be the same as another and is kept apart'
      : `${counted(count, 'new thing')} could be the same as others and are kept apart`,
  /** Into the doubtful rows, one after the other. */
  settle: (count: number) => `Go through ${counted(count, 'doubtful one')}`,
  toPreview: 'Back to the preview',
  ifSame: 'If it is the same, this row brings what you have up to date; nothing is added. Nothing is written yet.',
  ifSameRow: 'If they are the same, the two rows become one thing. Nothing is written yet.',
  saidSame: (title: string) => `${title}: the same.`,
  settledOver: (open: number) =>
    open === 0
      ? 'Nothing is written yet: the preview shows what your answers change.'
      : `Nothing is written yet. ${counted(open, 'row')} ${open === 1 ? 'stays' : 'stay'} in doubt and ${open === 1 ? 'is' : 'are'} kept apart; you find ${open === 1 ? 'it' : 'them'} later under “Could be the same”.`,
  /** @param facts "Ann Vole, 1961"; empty where nothing is known */
  couldBe: (title: string, facts: string, isInLibrary: boolean, reason: string) =>
    `Could be the same as “${title}”${facts === '' ? '' : ` (${facts})`} in ${isInLibrary ? 'your library' : 'this file'}; kept apart because ${reason}.`,
  trashed: 'in the trash',
  trashedHeading: (count: number) =>
    count === 1
      ? '1 thing lies in your trash and is not added again'
      : `${counted(count, 'thing')} lie in your trash and are not added again`,
  trashedHint: 'Open the trash to restore them, if you want them back.',
  /** @param when a day, or null */
  earlierRating: (rating: string, source: string, when: string | null) =>
    `the rating ${rating} of ${source}${when === null ? '' : ` (${when})`} does not count, and stays in its history`,
  /** @param days as they are written, oldest first */
  finishedOn: (days: readonly string[]) => `also finished on ${firstWords(days)}`,
  joinedHeading: (count: number) =>
    count === 1
      ? '1 row is about the same thing as another and is joined with it'
      : `${counted(count, 'row')} are about the same thing as others and are joined with them`,
  /** "line 12 is joined with line 3, “The Inquisitor: A Novel”". @param title null where both have the same */
  joinedInto: (from: string, into: string, title: string | null) =>
    `${from} is joined with ${into}${title === null ? '' : `, “${title}”`}`,
  place: linePlace,
  unread: 'cells not understood',
  unreadHeading: (count: number) =>
    count === 1
      ? '1 cell could not be understood; its row is read without it'
      : `${counted(count, 'cell')} could not be understood; their rows are read without them`,
  unreadColumn: (column: string, count: number) => `${column}: ${counted(count, 'cell')}`,
  unreadExample: (place: string, cell: string) => `${place}: “${cell}”`,
  skippedHeading: (count: number) => `${counted(count, 'row')} that will be skipped`,
  leftOutHint: 'Save them as a table, mend what is wrong in a spreadsheet, and drop it here again.',
  saveLeftOut: (count: number, file: string | null) =>
    file === null ? `Save ${counted(count, 'row')}` : `Save ${counted(count, 'row')} of ${file}`,
  leftOutSaved: (count: number) => `${counted(count, 'row')} saved.`,
  warningsHeading: (count: number) => counted(count, 'remark'),
  ignoredHeading: (count: number) => `${counted(count, 'file')} left alone`,
  /** "Line 10: no title" */
  skippedRow: (place: string, reason: string) => `${sentenceStart(place)}: ${reason}`,
  firstRows: 'The first rows',
  refused: (file: string) => `${file} cannot be imported`,
  sentence,
  mapTitle: (file: string) => `What do the columns of ${file} mean?`,
  mapHint: (rows: number) =>
    `${counted(rows, 'row')}. A guess is filled in: correct it where it is wrong. Only the title is needed.`,
  mapKind: 'What these things are',
  mapKindHint: 'Used where the file has no kind of its own.',
  mapStatus: 'How far you are with them',
  mapStatusHint: 'Used where a row has no status, rating or date of its own.',
  mapScale: 'Best rating in this file',
  mapCrowdScale: 'Best rating of everyone',
  notInFile: 'not in this file',
  readTable: 'Read with these columns',
  sample: 'Its first rows',
  mapMore: 'What else a column can say',
  mapNoTitle: 'Choose the column that has the title first.',
  /** Why a column is filled in. @param word of its header; null: it was said before */
  guessedBecause: (word: string | null, fitting: number | null, filled: number) =>
    [
      word === null ? 'As you said of this column before' : `Its header says “${word}”`,
      ...(filled === 0
        ? ['nothing in it can be used']
        : fitting === null
          ? []
          : [fitting === filled ? 'all its cells fit' : `${String(fitting)} of ${counted(filled, 'cell')} fit`]),
    ].join('; '),
  /** What can be read in two ways, above the columns. */
  askTitle: 'Please look at this before you go on',
  ask: {
    kind: 'Nothing in the file says what these things are.',
    rating:
      'The ratings look like averages, so they are taken for everyone’s. If they are yours, choose the column under “Your rating”.',
    ratingMaximum: 'The ratings fit more than one scale. Is the best rating below the right one?',
  },
  listCount: (count: number) =>
    `${counted(count, 'thing')}. What your library has already is matched and left as it is; the rest is added.`,
  listMine: 'It is my list',
  listOthers: 'It is somebody else’s: leave out ratings and notes',
  doneTitle: 'Imported',
  doneHint: 'If it is not what you wanted, one undo takes it back, now or later on this page.',
  pick: 'Pick for a friend',
  seeLibrary: 'See the library',
  seeList: 'Open the list',
  importMore: 'Import more',
  undo: 'Undo this import',
  undone: 'Taken back',
  pastTitle: 'Imports so far',
  pastHint: 'The latest ones, which can still be taken back.',
  undoPast: 'Undo',
  undoing: 'Taking back…',
  undoPastOf: (label: string) => `Undo: ${label}`,
  readingAgain: 'Reading again…',
  was: (name: string, before: string, after: string) => `${name}: ${before} → ${after}`,
  set: (name: string, value: string) => `${name}: ${value}`,
} as const;

/** Columns of an unknown CSV that are no field of an item by themselves; the others have the field's own label. */
export const columnLabels = {
  rating: 'Your rating',
  liked: 'Liked, yes or no',
  addedAt: 'Added on',
  ratedAt: 'Rated on',
  isbn: 'ISBN',
  isbn10: 'ISBN, another column',
  seriesNumber: 'Number in the series',
  imdb: 'IMDb number',
  crowdRating: 'Everyone’s rating',
  crowdCount: 'Number of ratings',
} as const;
