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
    'bookmarks',
    {
      name: 'Bookmarks of a browser',
      brings: 'Links with their folders, tags and notes',
      how: 'In the browser: Bookmarks, Bookmark manager, Export bookmarks (Firefox: Manage bookmarks, Import and backup; Safari: File, Export). Drop the HTML file; the HTML of Raindrop.io, Pinboard or Shaarli is read too.',
    },
  ],
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
    'instapaper',
    {
      name: 'Instapaper',
      brings: 'Articles: read, unread, starred, folders, passages',
      how: 'On the website: Settings, Export, Download .CSV file.',
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
    'pinboard',
    {
      name: 'Pinboard and Delicious',
      brings: 'Links with tags, notes, and what is to be read',
      how: 'On pinboard.in: settings, backup, JSON. Of Delicious, which has closed, a backup made before.',
    },
  ],
  [
    'pocket',
    {
      name: 'Pocket',
      brings: 'Articles: read and unread, tags, highlights',
      how: 'Pocket closed in 2025. Drop the zip it let people download, or the older ril_export.html, as it is.',
    },
  ],
  [
    'raindrop',
    {
      name: 'Raindrop.io',
      brings: 'Links with collections, tags, notes, highlights, favourites',
      how: 'On the website: Settings, Backups, or a collection’s menu, Export, as CSV.',
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
