import type { ImportSource } from './source';
import { anilist } from './sources/anilist';
import { boardGameGeek } from './sources/boardgamegeek';
import { appleMusic } from './sources/apple-music';
import { bibtex } from './sources/bibtex';
import { bookmarks } from './sources/bookmarks';
import { bookBuddy } from './sources/bookbuddy';
import { bookwyrm } from './sources/bookwyrm';
import { calibre } from './sources/calibre';
import { criticker } from './sources/criticker';
import { discogs } from './sources/discogs';
import { exportify } from './sources/exportify';
import { foursquare } from './sources/foursquare';
import { goodreads } from './sources/goodreads';
import { googlePlaces } from './sources/google-places';
import { grouvee } from './sources/grouvee';
import { handpickedList } from './sources/handpicked-list';
import { hardcover } from './sources/hardcover';
import { howLongToBeat } from './sources/howlongtobeat';
import { igdb } from './sources/igdb';
import { imdb } from './sources/imdb';
import { instapaper } from './sources/instapaper';
import { inventaire } from './sources/inventaire';
import { itunes } from './sources/itunes';
import { kindle } from './sources/kindle';
import { kindleLibrary } from './sources/kindle-library';
import { lastfm } from './sources/lastfm';
import { kitsu } from './sources/kitsu';
import { letterboxd } from './sources/letterboxd';
import { libby } from './sources/libby';
import { libib } from './sources/libib';
import { librarything } from './sources/librarything';
import { listenbrainz } from './sources/listenbrainz';
import { movary } from './sources/movary';
import { movieLens } from './sources/movielens';
import { myRecipeBox } from './sources/my-recipe-box';
import { myAnimeList } from './sources/myanimelist';
import { netflix } from './sources/netflix';
import { openLibrary } from './sources/openlibrary';
import { openreads } from './sources/openreads';
import { paprika } from './sources/paprika';
import { pinboard } from './sources/pinboard';
import { planToEat } from './sources/plan-to-eat';
import { playlistTables } from './sources/playlist-tables';
import { playnite } from './sources/playnite';
import { pocket } from './sources/pocket';
import { podcasts } from './sources/podcasts';
import { primeVideo } from './sources/primevideo';
import { raindrop } from './sources/raindrop';
import { rateyourmusic } from './sources/rateyourmusic';
import { readwise } from './sources/readwise';
import { recipeJson } from './sources/recipe-json';
import { ryot } from './sources/ryot';
import { simkl } from './sources/simkl';
import { spotify } from './sources/spotify';
import { steam } from './sources/steam';
import { storygraph } from './sources/storygraph';
import { titles } from './sources/titles';
import { tmdb } from './sources/tmdb';
import { trakt } from './sources/trakt';
import { tvTime } from './sources/tvtime';
import { untappd } from './sources/untappd';
import { vivino } from './sources/vivino';
import { yamtrack } from './sources/yamtrack';
import { youtube } from './sources/youtube';

/** Every kind of export this program understands. Where two are as sure of a file, the first is taken. */
export const IMPORT_SOURCES: readonly ImportSource[] = [
  handpickedList,
  goodreads,
  letterboxd,
  imdb,
  librarything,
  storygraph,
  spotify,
  lastfm,
  listenbrainz,
  rateyourmusic,
  kindle,
  kindleLibrary,
  calibre,
  bookmarks,
  pocket,
  raindrop,
  instapaper,
  pinboard,
  myAnimeList,
  boardGameGeek,
  steam,
  trakt,
  netflix,
  anilist,
  kitsu,
  simkl,
  tvTime,
  movary,
  tmdb,
  movieLens,
  criticker,
  primeVideo,
  grouvee,
  howLongToBeat,
  playnite,
  igdb,
  yamtrack,
  ryot,
  hardcover,
  bookwyrm,
  openreads,
  libib,
  libby,
  bookBuddy,
  inventaire,
  openLibrary,
  bibtex,
  readwise,
  exportify,
  playlistTables,
  youtube,
  itunes,
  appleMusic,
  discogs,
  untappd,
  vivino,
  podcasts,
  googlePlaces,
  foursquare,
  titles,
  paprika,
  recipeJson,
  planToEat,
  myRecipeBox,
];
