import type { NamedSourceText } from './source-text';

/** Exports of books, by name. */
export const BOOKS_SOURCES: readonly NamedSourceText[] = [
  [
    'bibtex',
    {
      name: 'BibTeX',
      brings: 'Books and papers: keywords, groups, stars of JabRef',
      how: 'Save or export the list as BibTeX (.bib): JabRef, Zotero, Mendeley and most programs for papers can. CSL JSON is read, too.',
    },
  ],
  [
    'bookbuddy',
    {
      name: 'BookBuddy',
      brings: 'Books: ratings, statuses, dates, categories, wish list',
      how: 'In the app: Settings, Backup and Export, then export as CSV.',
    },
  ],
  [
    'bookwyrm',
    {
      name: 'BookWyrm',
      brings: 'Books: ratings, shelves, dates, reviews',
      how: 'On the website of your instance: Settings, then the CSV export of your books.',
    },
  ],
  [
    'calibre',
    {
      name: 'Calibre',
      brings: 'E-books: ratings, series, tags',
      how: 'In Calibre: the menu of Convert books, Create a catalog of the books, as CSV. Or drop the folder of the library: each book has a metadata.opf.',
    },
  ],
  [
    'goodreads',
    {
      name: 'Goodreads',
      brings: 'Books: ratings, shelves, dates, reviews',
      how: 'On the website, not in the app: My Books, Import and export (at the left, under Tools), Export Library. Wait for the link. Drop goodreads_library_export.csv.',
    },
  ],
  [
    'hardcover',
    {
      name: 'Hardcover',
      brings: 'Books: ratings, statuses, dates, lists, reviews',
      how: 'On the website, in the settings of your account, look for Export: a CSV file.',
    },
  ],
  [
    'inventaire',
    {
      name: 'Inventaire',
      brings: 'Books that you have: shelves, notes, genres',
      how: 'On the website: Settings, Data, export your inventory as CSV.',
    },
  ],
  [
    'kindle',
    {
      name: 'Kindle',
      brings: 'Books in which you have marked something',
      how: 'Connect the Kindle to the computer by cable: in its folder “documents” lies My Clippings.txt.',
    },
  ],
  [
    'kindle-library',
    {
      name: 'Kindle (library)',
      brings: 'Books that you own on Amazon, and how far you have read them',
      how: 'Amazon offers no such file. Programs and extensions that save the library of read.amazon.com write one, as CSV or JSON.',
    },
  ],
  [
    'libby',
    {
      name: 'Libby (OverDrive)',
      brings: 'Books that you borrowed or put on hold',
      how: 'In the app: Shelf, Timeline, Actions, Export Timeline, as CSV or JSON. It does not know what you finished.',
    },
  ],
  [
    'libib',
    {
      name: 'Libib',
      brings: 'Books, films, music and games: ratings, statuses, reviews, collections',
      how: 'On the website: Settings, then Libraries, Export. One CSV holds all of them.',
    },
  ],
  [
    'librarything',
    {
      name: 'LibraryThing',
      brings: 'Books and films on disc: ratings, collections, tags, dates, reviews',
      how: 'On the website: More, Import/Export, then export as tab-delimited text or as JSON.',
    },
  ],
  [
    'openlibrary',
    {
      name: 'Open Library',
      brings: 'Books: shelves of the reading log, ratings',
      how: 'On the website: Settings, Import/Export, then download your reading log. Where it has numbers in place of titles, only what the catalogue knows by them can be named.',
    },
  ],
  [
    'openreads',
    {
      name: 'Openreads',
      brings: 'Books: ratings, readings, favourites, reviews',
      how: 'In the app: Settings, Backup and restore, Export as CSV.',
    },
  ],
  [
    'readwise',
    {
      name: 'Readwise',
      brings: 'Books and articles in which you have marked something',
      how: 'On the website: readwise.io/export, CSV. Passages and your notes on them are not taken.',
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
];
