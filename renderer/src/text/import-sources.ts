/** What people are told of a kind of export: how its service is called, what comes of it, and where to get it. */
export interface ImportSourceText {
  readonly name: string;
  /** "Books: ratings, shelves, dates, reviews". */
  readonly brings: string;
  /** Where the service offers the file, in a sentence or two. */
  readonly how: string;
}

/** By the id of the source, in the order of names. */
export const IMPORT_SOURCE_TEXTS: ReadonlyMap<string, ImportSourceText> = new Map<string, ImportSourceText>([
  [
    'goodreads',
    {
      name: 'Goodreads',
      brings: 'Books: ratings, shelves, dates, reviews',
      how: 'On the website: My Books, Import and export, Export Library. Drop goodreads_library_export.csv.',
    },
  ],
  [
    'handpicked-list',
    {
      name: 'A Handpicked list',
      brings: 'A list somebody exported from this program, as a list of yours',
      how: 'On the page of a list: Export, as JSON. A library saved as one file is dropped the same way.',
    },
  ],
  [
    'imdb',
    {
      name: 'IMDb',
      brings: 'Films and series: ratings, watchlist and lists',
      how: 'On the website: Your ratings, Your watchlist or a list, then Export. The file is made under Your exports.',
    },
  ],
  [
    'letterboxd',
    {
      name: 'Letterboxd',
      brings: 'Films: ratings, diary, reviews, watchlist, likes, lists',
      how: 'On the website: Settings, Data, Export your data. Drop the zip as it is.',
    },
  ],
  [
    'librarything',
    {
      name: 'LibraryThing',
      brings: 'Books and films on disc: ratings, collections, tags, dates, reviews',
      how: 'On the website: More, Import/Export, Export as tab-delimited text or as JSON.',
    },
  ],
  [
    'storygraph',
    {
      name: 'The StoryGraph',
      brings: 'Books: ratings in quarters, reading dates, moods, reviews',
      how: 'On the website: Manage account, Manage your data, Export StoryGraph library; the link comes by e-mail.',
    },
  ],
]);
