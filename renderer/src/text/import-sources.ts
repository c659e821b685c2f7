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
    'anilist',
    {
      name: 'AniList',
      brings: 'Anime and manga: scores, progress, dates, notes',
      how: 'The file that Settings, Account offers has numbers in place of titles: only what the catalogue knows by them can be named. Better save an answer of the API with titles (MediaListCollection) as a JSON file, or export the list in the form of MyAnimeList with a tool for that.',
    },
  ],
  [
    'boardgamegeek',
    {
      name: 'BoardGameGeek',
      brings: 'Board games: ratings, plays, wishlist, what you own, comments',
      how: 'On the website: Collection, then the small link Download board games collection. Drop collection.csv.',
    },
  ],
  [
    'bookmarks',
    {
      name: 'Bookmarks of a browser',
      brings: 'Links with their folders, tags and notes',
      how: 'In the browser: Bookmarks, Bookmark manager, Export bookmarks (Firefox: Manage bookmarks, Import and backup; Safari: File, Export). Drop the HTML file; the HTML of Raindrop.io, Pinboard or Shaarli is read too.',
    },
  ],
  [
    'bookwyrm',
    {
      name: 'BookWyrm',
      brings: 'Books: ratings, shelves, dates, reviews',
      how: 'On your instance: Settings, CSV Export.',
    },
  ],
  [
    'calibre',
    {
      name: 'Calibre',
      brings: 'E-books: ratings, series, tags',
      how: 'In Calibre: Convert books, Create a catalog of the books in your library, as CSV. Or drop the folder of the library: each book has a metadata.opf.',
    },
  ],
  [
    'discogs',
    {
      name: 'Discogs',
      brings: 'Records: collection, wantlist, ratings',
      how: 'On the website: your collection or wantlist, Export; the file is made under Dashboard, Exports.',
    },
  ],
  [
    'exportify',
    {
      name: 'Exportify (Spotify playlists)',
      brings: 'Songs of a playlist, as albums, artists or songs',
      how: 'The page exportify.net shows your Spotify playlists, each with a button Export.',
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
    'google-places',
    {
      name: 'Google Maps',
      brings: 'Places: lists, starred places, reviews with ratings',
      how: 'On takeout.google.com: choose “Saved” for lists and “Maps (your places)” for stars and reviews. Drop the zip as it is.',
    },
  ],
  [
    'grouvee',
    {
      name: 'Grouvee',
      brings: 'Games: ratings, shelves, dates, reviews',
      how: 'On the website: your games, Export collection; a CSV file comes by e-mail.',
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
    'hardcover',
    {
      name: 'Hardcover',
      brings: 'Books: ratings, statuses, dates, lists, reviews',
      how: 'On the website: Settings, Import and export, Export.',
    },
  ],
  [
    'howlongtobeat',
    {
      name: 'HowLongToBeat',
      brings: 'Games: backlog, completed, retired, reviews',
      how: 'On the website: your profile, its options, Export games as CSV.',
    },
  ],
  [
    'igdb',
    {
      name: 'IGDB',
      brings: 'Games of a list',
      how: 'On the page of a list: Export as CSV. The name of the file says whether its games were played or are wanted.',
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
    'itunes',
    {
      name: 'iTunes and Apple Music',
      brings: 'Albums, songs, podcasts and films: stars, play counts',
      how: 'In Music or iTunes: File, Library, Export Library. Drop Library.xml.',
    },
  ],
  [
    'kindle',
    {
      name: 'Kindle',
      brings: 'Books in which you have marked something',
      how: 'Connect the Kindle to the computer: documents, My Clippings.txt.',
    },
  ],
  [
    'lastfm',
    {
      name: 'Last.fm',
      brings: 'Music you have played, as albums, artists or songs',
      how: 'Last.fm has no export. The pages lastfm.ghan.nl/export and benjaminbenben.com/lastfm-to-csv write its scrobbles to a file; any table with artist, song and time will do.',
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
    'titles',
    {
      name: 'A list of titles',
      brings: 'Anything: one title on each line, with or without year and maker',
      how: 'Any text with one title on each line: notes, a message, a table with one column. A short one can be pasted: Library, Paste a list.',
    },
  ],
  [
    'listenbrainz',
    {
      name: 'ListenBrainz',
      brings: 'Music you have played, loved and hated, as albums, artists or songs',
      how: 'On the website: Settings, Export data. Drop the zip as it is.',
    },
  ],
  [
    'movary',
    {
      name: 'Movary',
      brings: 'Films: history, ratings, watchlist',
      how: 'On your server: Settings, Account, Data, Export, once for each of history, ratings and watchlist.',
    },
  ],
  [
    'movielens',
    {
      name: 'MovieLens',
      brings: 'Films: ratings and wishlist',
      how: 'On the website: Account settings, Import and export, Export ratings.',
    },
  ],
  [
    'my-recipe-box',
    {
      name: 'My Recipe Box',
      brings: 'Recipes: ratings, favourites, notes, ingredients and directions',
      how: 'In the app: Settings, Export, as CSV.',
    },
  ],
  [
    'myanimelist',
    {
      name: 'MyAnimeList',
      brings: 'Anime and manga: scores, progress, dates, tags, notes',
      how: 'On the website: your profile menu, Account settings, Export, once for anime and once for manga. Drop the files as they are.',
    },
  ],
  [
    'netflix',
    {
      name: 'Netflix',
      brings: 'Films and series you watched, thumbs, My List',
      how: 'On the website: Account, your profile, Viewing activity, Download all. Or Account, Security, Personal info access: the zip that Netflix sends has thumbs and My List, too.',
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
    'paprika',
    {
      name: 'Paprika',
      brings: 'Recipes: notes, ratings, categories, ingredients and directions',
      how: 'In Paprika: File or Settings, Export, as Paprika Recipe Format. Drop the .paprikarecipes file.',
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
    'plan-to-eat',
    {
      name: 'Plan to Eat',
      brings: 'Recipes: ratings, courses, tags, ingredients and directions',
      how: 'On the website: Recipe book, More, Export recipes, as CSV.',
    },
  ],
  [
    'playnite',
    {
      name: 'Playnite',
      brings: 'Games of all shops: completion, scores, favourites',
      how: 'With an extension that exports the library, such as Library Exporter, as CSV or JSON with names and completion status.',
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
      how: 'In Overcast, Pocket Casts, AntennaPod and most others: Settings, Export, as OPML.',
    },
  ],
  [
    'primevideo',
    {
      name: 'Prime Video',
      brings: 'Films and series you watched',
      how: 'Amazon has no such export. A script for the browser, such as Watch History Exporter for Amazon Prime Video, saves the page of your watch history as CSV.',
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
    'rateyourmusic',
    {
      name: 'Rate Your Music',
      brings: 'Albums: ratings, wishlist, what you own, reviews',
      how: 'On the website: your profile, at its foot Export your data.',
    },
  ],
  [
    'recipes',
    {
      name: 'Recipes of Nextcloud, Mealie, Tandoor or a web page',
      brings: 'Recipes: ingredients, directions, tags, times',
      how: 'Nextcloud Cookbook: the folders of its recipes, as a zip. Mealie, Tandoor: their export or backup. A page with a recipe: save it as HTML.',
    },
  ],
  [
    'ryot',
    {
      name: 'Ryot',
      brings: 'Films, series, games, books: history, reviews, collections',
      how: 'On your server: Settings, Imports and exports, Exports. Drop the JSON file. What has a number in place of a title is left out.',
    },
  ],
  [
    'simkl',
    {
      name: 'Simkl',
      brings: 'Films, series and anime: ratings, progress, dates',
      how: 'On the website, in the settings of your account: Export, as JSON. Drop the zip as it is.',
    },
  ],
  [
    'spotify',
    {
      name: 'Spotify',
      brings: 'Music and podcasts: what you saved, blocked and played, as albums, artists or songs',
      how: 'On the website: Account privacy, Download your data; the extended streaming history has all years. The archive comes by e-mail after some days. Drop it as it is.',
    },
  ],
  [
    'steam',
    {
      name: 'Steam',
      brings: 'Games you own and how long you played them',
      how: 'Steam has no export. With a key of its Web API, save the answer of IPlayerService/GetOwnedGames with include_appinfo=1 as a JSON file. Without that it has numbers in place of names: only games that the catalogue knows by them can be named.',
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
  [
    'tmdb',
    {
      name: 'TMDB',
      brings: 'Films and series: ratings, favourites, watchlist',
      how: 'On the website, in the settings of your account: export your ratings, favourites or watchlist. The CSV files come by e-mail.',
    },
  ],
  [
    'trakt',
    {
      name: 'Trakt',
      brings: 'Films and series: history, ratings, lists, watchlist, comments',
      how: 'On the website: Settings, Data, Export (for VIP members). Drop the zip as it is.',
    },
  ],
  [
    'tvtime',
    {
      name: 'TV Time',
      brings: 'Series and films: episodes and films you watched, what you wanted to',
      how: 'TV Time closed in July 2026. Drop the zip of your data that it sent you.',
    },
  ],
  [
    'yamtrack',
    {
      name: 'Yamtrack',
      brings: 'Films, series, anime, manga, games, books: scores, progress, dates',
      how: 'On your server: Settings, Export data. Drop the CSV file.',
    },
  ],
]);
