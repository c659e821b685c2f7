import type { NamedSourceText } from './source-text';

/** Exports of games, by name. */
export const GAMES_SOURCES: readonly NamedSourceText[] = [
  [
    'boardgamegeek',
    {
      name: 'BoardGameGeek',
      brings: 'Board games: ratings, plays, wishlist, what you own, comments',
      how: 'On the website: your collection, then the small link “Download board games collection”. Drop collection.csv.',
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
    'playnite',
    {
      name: 'Playnite',
      brings: 'Games of all shops: completion, scores, favourites',
      how: 'Playnite exports its library with an add-on: install one such as Library Exporter, and write a CSV or JSON file with names and completion status.',
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
];
