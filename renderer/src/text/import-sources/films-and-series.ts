import type { NamedSourceText } from './source-text';

/** Exports of films, series and anime, by name. */
export const SCREEN_SOURCES: readonly NamedSourceText[] = [
  [
    'anilist',
    {
      name: 'AniList',
      brings: 'Anime and manga: scores, progress, dates, notes',
      how: 'AniList’s own file (Settings, Account) has numbers in place of titles: only what the catalogue knows by them can be named. Better: the XML file of a tool that turns an AniList into one of MyAnimeList, or an answer of AniList’s API with titles (MediaListCollection), saved as JSON.',
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
    'imdb',
    {
      name: 'IMDb',
      brings: 'Films and series: ratings, watchlist and lists',
      how: 'On the website: Your ratings, Your watchlist or a list, Export. The file is made for you; get it under Your exports.',
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
    'letterboxd',
    {
      name: 'Letterboxd',
      brings: 'Films: ratings, diary, reviews, watchlist, likes, lists',
      how: 'On the website: Settings, Data, Export your data. Drop the zip as it is.',
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
    'primevideo',
    {
      name: 'Prime Video',
      brings: 'Films and series you watched',
      how: 'Amazon sends it on request: Request your data, Prime Video; drop Digital.PrimeVideo.Viewinghistory.csv. Quicker: an add-on for the browser that saves your watch history as CSV, such as Watch History Exporter for Amazon Prime Video.',
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
    'tvtime',
    {
      name: 'TV Time',
      brings: 'Series and films: episodes and films you watched, what you wanted to, ratings of series',
      how: 'TV Time closed in July 2026. Drop the zip of your data that it sent you.',
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
];
