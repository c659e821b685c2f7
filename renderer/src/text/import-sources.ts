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
    'inventaire',
    {
      name: 'Inventaire',
      brings: 'Books that you have: shelves, notes, genres',
      how: 'On the website: Settings, Data, export your inventory as CSV.',
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
    'anilist',
    {
      name: 'AniList',
      brings: 'Anime and manga: scores, progress, dates, notes',
      how: 'AniList’s own file (Settings, Account) has numbers in place of titles: only what the catalogue knows by them can be named. Better: the XML file of a tool that turns an AniList into one of MyAnimeList, or an answer of AniList’s API with titles (MediaListCollection), saved as JSON.',
    },
  ],
  [
    'kitsu',
    {
      name: 'Kitsu',
      brings: 'Anime and manga: ratings, progress, dates, notes',
      how: 'On the website: Settings, Exporting your library; the XML file that comes is read as MyAnimeList’s. An answer of Kitsu’s API with titles (library-entries, include=anime,manga), saved as JSON, is read, too.',
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
    'apple-music',
    {
      name: 'Apple Music (archive of your data)',
      brings: 'Albums, artists or songs: library, plays, likes',
      how: 'At privacy.apple.com: Request a copy of your data, Apple Media services. Drop the archive that comes, or of it Apple Music Library Tracks.json and Apple Music Play Activity.csv.',
    },
  ],
  [
    'boardgamegeek',
    {
      name: 'BoardGameGeek',
      brings: 'Board games: ratings, plays, wishlist, what you own, comments',
      how: 'On the website: your collection, then the small link “Download board games collection”. Drop collection.csv.',
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
    'criticker',
    {
      name: 'Criticker',
      brings: 'Films and series: scores, dates, mini-reviews',
      how: 'On the website: your profile, Ratings, then Export ratings as CSV.',
    },
  ],
  [
    'discogs',
    {
      name: 'Discogs',
      brings: 'Records: collection, wantlist, ratings',
      how: 'On the website: your collection or wantlist, Export. The file is made for you; get it under Dashboard, Exports.',
    },
  ],
  [
    'exportify',
    {
      name: 'Exportify (Spotify playlists)',
      brings: 'Songs of a playlist, as albums, artists or songs',
      how: 'Open exportify.net and sign in to Spotify there: each playlist has a button Export.',
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
    'goodreads',
    {
      name: 'Goodreads',
      brings: 'Books: ratings, shelves, dates, reviews',
      how: 'On the website, not in the app: My Books, Import and export (at the left, under Tools), Export Library. Wait for the link. Drop goodreads_library_export.csv.',
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
    'grouvee',
    {
      name: 'Grouvee',
      brings: 'Games: ratings, shelves, dates, reviews',
      how: 'On the website, in your account, look for the export of your collection: a CSV file.',
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
      how: 'On the website, in the settings of your account, look for Export: a CSV file.',
    },
  ],
  [
    'howlongtobeat',
    {
      name: 'HowLongToBeat',
      brings: 'Games: backlog, completed, retired, reviews',
      how: 'On the website: your profile; among its options, export your games as CSV.',
    },
  ],
  [
    'igdb',
    {
      name: 'IGDB',
      brings: 'Games of a list',
      how: 'On the page of a list, look for its export as CSV. Keep the name of the file: by it, its games are taken as played or as wanted.',
    },
  ],
  [
    'imdb',
    {
      name: 'IMDb',
      brings: 'Films and series: ratings, watchlist and lists',
      how: 'On the website: Your ratings, Your watchlist or a list, Export. The file is made for you; get it under Your exports.',
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
      how: 'In Music or iTunes on the computer: File, Library, Export Library. Drop Library.xml.',
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
    'lastfm',
    {
      name: 'Last.fm',
      brings: 'Music you have played, as albums, artists or songs',
      how: 'Last.fm has no export of its own. Enter your name at lastfm.ghan.nl/export or benjaminbenben.com/lastfm-to-csv: they write what you played to a file. Any table with artist, song and time will do.',
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
      how: 'On the website of your server, in the settings of your account, under Data: export history, ratings and watchlist, one file each.',
    },
  ],
  [
    'movielens',
    {
      name: 'MovieLens',
      brings: 'Films: ratings and wishlist',
      how: 'On the website, in the settings of your account, look for import and export: it exports your ratings as CSV.',
    },
  ],
  [
    'my-recipe-box',
    {
      name: 'My Recipe Box',
      brings: 'Recipes: ratings, favourites, notes, ingredients and directions',
      how: 'In the settings of the app, look for Export; choose CSV.',
    },
  ],
  [
    'myanimelist',
    {
      name: 'MyAnimeList',
      brings: 'Anime and manga: scores, progress, dates, tags, notes',
      how: 'Open myanimelist.net/panel.php?go=export and export twice, the anime list and the manga list. Drop both files as they are.',
    },
  ],
  [
    'netflix',
    {
      name: 'Netflix',
      brings: 'Films and series you watched, thumbs, My List',
      how: 'On the website: Account, your profile, Viewing activity, Download all (at its foot). For thumbs and My List as well: Account, Security, Personal info access; Netflix sends a zip after some days.',
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
      how: 'In Paprika: Export, in the format “Paprika Recipe Format”. Drop the .paprikarecipes file.',
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
    'plan-to-eat',
    {
      name: 'Plan to Eat',
      brings: 'Recipes: ratings, courses, tags, ingredients and directions',
      how: 'On the website, look for the export of your recipes; choose CSV.',
    },
  ],
  [
    'playnite',
    {
      name: 'Playnite',
      brings: 'Games of all shops: completion, scores, favourites',
      how: 'Playnite exports its library with an add-on: install one such as Library Exporter, and write a CSV or JSON file with names and completion status.',
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
    'primevideo',
    {
      name: 'Prime Video',
      brings: 'Films and series you watched',
      how: 'Amazon sends it on request: Request your data, Prime Video; drop Digital.PrimeVideo.Viewinghistory.csv. Quicker: an add-on for the browser that saves your watch history as CSV, such as Watch History Exporter for Amazon Prime Video.',
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
      how: 'On the website: your profile; at its foot, “Export your data”.',
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
    'recipes',
    {
      name: 'Recipes of Nextcloud, Mealie, Tandoor or a web page',
      brings: 'Recipes: ingredients, directions, tags, times',
      how: 'Nextcloud Cookbook: its folder of recipes, as a zip. Mealie, Tandoor: their export or backup. Any page with a recipe: save it in the browser as HTML and drop it.',
    },
  ],
  [
    'ryot',
    {
      name: 'Ryot',
      brings: 'Films, series, games, books: history, reviews, collections',
      how: 'On the website of your server: Settings, Imports and exports, Exports. Drop the JSON file. What has a number in place of a title comes in where the catalogue knows it by that number.',
    },
  ],
  [
    'simkl',
    {
      name: 'Simkl',
      brings: 'Films, series and anime: ratings, progress, dates',
      how: 'On the website, in the settings of your account, look for a backup or export as JSON. Drop the zip as it is.',
    },
  ],
  [
    'spotify',
    {
      name: 'Spotify',
      brings: 'Music and podcasts: what you saved, blocked and played, as albums, artists or songs',
      how: 'On spotify.com: Account, Account privacy, Download your data. “Account data” has what you saved and the last year; “Extended streaming history” has all years. A zip comes by e-mail after some days. Drop it as it is.',
    },
  ],
  [
    'steam',
    {
      name: 'Steam',
      brings: 'Games you own and how long you played them',
      how: 'Steam has no export. If you use Playnite, export from there. Else: get a key at steamcommunity.com/dev/apikey; open api.steampowered.com/IPlayerService/GetOwnedGames/v1/?key=KEY&steamid=ID&include_appinfo=1 in the browser, with that key and your number of 17 digits; save the page as a file and drop it. Without include_appinfo=1, only games that the catalogue knows by their number get a name.',
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
      how: 'On the website, in the settings of your account, look for the export of ratings, favourites and watchlist. The CSV files come by e-mail.',
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
    'playlist-tables',
    {
      name: 'TuneMyMusic and Soundiiz',
      brings: 'Playlists and liked songs of any music service, as albums, artists or songs',
      how: 'At tunemymusic.com or soundiiz.com: choose your service and your lists, and as the target a file (CSV). Skiley’s tables of Spotify are read, too.',
    },
  ],
  [
    'tvtime',
    {
      name: 'TV Time',
      brings: 'Series and films: episodes and films you watched, what you wanted to, ratings of series',
      how: 'TV Time closed in July 2026. Drop the zip of your data that it sent you.',
    },
  ],
  [
    'untappd',
    {
      name: 'Untappd',
      brings: 'Beers: ratings, comments, how often',
      how: 'At untappd.com: Account settings, Export history (for supporters), as CSV or JSON.',
    },
  ],
  [
    'vivino',
    {
      name: 'Vivino',
      brings: 'Wines: ratings, reviews, notes',
      how: 'At vivino.com: Settings, your data, request a copy. Drop full_wine_list.csv or the whole archive.',
    },
  ],
  [
    'yamtrack',
    {
      name: 'Yamtrack',
      brings: 'Films, series, anime, manga, games, books: scores, progress, dates',
      how: 'On the website of your server: Settings, then the export of your data. Drop the CSV file.',
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
]);
