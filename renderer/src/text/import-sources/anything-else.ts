import type { NamedSourceText } from './source-text';

/** Exports of links, articles, places, podcasts, and things of any kind, by name. */
export const OTHER_SOURCES: readonly NamedSourceText[] = [
  [
    'handpicked-list',
    {
      name: 'A Handpicked list',
      brings: 'A list somebody exported from this program, as a list of yours',
      how: 'On the page of a list: Export, as JSON. A library saved as one file is dropped the same way.',
    },
  ],
  [
    'titles',
    {
      name: 'A list of titles',
      brings: 'Anything: one title on each line, with or without year and maker',
      how: 'Any text with one title on each line: notes, a message, a table with one column. A short one can be pasted: Library, Paste a list.',
    },
  ],
  [
    'bookmarks',
    {
      name: 'Bookmarks of a browser',
      brings: 'Links with their folders, tags and notes',
      how: 'Chrome, Edge, Brave: Bookmark manager, its menu ⋮, Export bookmarks. Firefox: Bookmarks, Manage bookmarks, Import and backup, Export to HTML. Safari: File, Export. Drop the HTML file; that of Raindrop.io, Pinboard or Shaarli is read, too, and so is the XBEL file of Floccus.',
    },
  ],
  [
    'foursquare',
    {
      name: 'Foursquare and Swarm',
      brings: 'Places you were at, how often, and which you like',
      how: 'In the app or on the website: Settings, Privacy, request a copy of your data. Drop the archive that comes by e-mail. Homes are left out.',
    },
  ],
  [
    'google-places',
    {
      name: 'Google Maps',
      brings: 'Places: lists, starred places, reviews with ratings',
      how: 'On takeout.google.com: deselect all, then choose “Saved” for lists and “Maps (your places)” for stars and reviews. Drop the zip as it is.',
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
    'pinboard',
    {
      name: 'Pinboard and Delicious',
      brings: 'Links with tags, notes, and what is to be read',
      how: 'On pinboard.in: settings, backup, JSON. Delicious has closed: a backup made before is read.',
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
    'podcasts',
    {
      name: 'Podcasts (OPML)',
      brings: 'Podcasts you follow; addresses of paid feeds stay out',
      how: 'In the settings of your podcast app, look for Export or OPML: Overcast, Pocket Casts, AntennaPod and most others have it. Apple Podcasts has no export.',
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
    'youtube',
    {
      name: 'YouTube and YouTube Music',
      brings:
        'What you listened to, liked songs and videos, channels you follow; watching alone is not taken for liking',
      how: 'At takeout.google.com: choose YouTube and YouTube Music, and for the history the format JSON. Drop the zip as it is.',
    },
  ],
];
