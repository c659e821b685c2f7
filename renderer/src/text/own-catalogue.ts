import { counted } from './plural';

const things = (count: number): string => `${count.toLocaleString()} ${count === 1 ? 'thing' : 'things'}`;

/** Words of the section of Settings that says which catalogue answers, and takes other ones. */
export const ownCatalogueText = {
  heading: 'Catalogue',
  intro:
    'Facts of well-known things: titles, makers, years, genres. It completes what you type and fills in blanks, on this computer.',
  switch: 'Look things up in the catalogue',
  switchHint: 'Off: titles are not completed, and picks know of your things only what you have written down.',
  off: 'Switched off: nothing is looked up.',
  reading: 'Reading the catalogue…',
  none: 'There is no catalogue',
  answers: 'Answers',
  shipped: (version: string) => `The one that ships with the program, ${version}`,
  own: (version: string) => `Your own file, ${version}`,
  noMain: 'None but IMDb’s titles',
  built: 'Built from',
  builtFrom: (day: string) => `sources up to ${day}`,
  knows: 'Knows',
  things,
  imdb: 'IMDb',
  imdbTitles: (count: number, day: string) => `${counted(count, 'title')} from your own files of ${day}`,
  imdbCredit: 'Information courtesy of IMDb (https://www.imdb.com). Used with permission.',
  removeImdb: 'Remove IMDb’s titles',
  removedImdb: 'IMDb’s titles removed',
  returnToShipped: 'Use the shipped catalogue again',
  shippedAnswers: 'The shipped catalogue answers again',
  problem: 'Something kept here is not used',
  more: 'Your own files',
  moreHint:
    'A newer catalogue (its zip, or manifest.json and its .bin files together) takes the place of the shipped one. IMDb’s title.basics.tsv.gz and title.ratings.tsv.gz add its 200,000 most rated titles, for your own use. Choose them here, or drop them anywhere on this window.',
  choose: 'Choose files for the catalogue',
  checking: 'Looking into the files…',
  missing: {
    ratings: 'Now the other file: title.ratings.tsv.gz, with the votes.',
    basics: 'Now the other file: title.basics.tsv.gz, with the titles.',
  },
  forgetFile: 'Not now',
  readingImdb: 'Reading IMDb’s files. The window can be used meanwhile.',
  sorting: 'Putting the titles in order…',
  cancel: 'Cancel',
  done: {
    replaced: 'The catalogue you chose answers from now on.',
    imdb: 'IMDb’s titles are in the catalogue now.',
  },
  refused: 'Not taken: nothing was changed',
  nothing:
    'None of these files is for the catalogue. It takes a catalogue with its manifest.json, and IMDb’s title.basics.tsv.gz and title.ratings.tsv.gz.',
  sources: 'Where its facts come from',
  sourcesLoading: 'Reading the notice…',
  sourceTable: 'Sources',
  sourceLine: (name: string, origin: string, licence: string, count: number) =>
    `${name}, ${origin} (${licence}): ${things(count)}`,
} as const;
