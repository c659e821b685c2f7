import type { ImportSource } from './source';
import { boardGameGeek } from './sources/boardgamegeek';
import { bookmarks } from './sources/bookmarks';
import { calibre } from './sources/calibre';
import { goodreads } from './sources/goodreads';
import { handpickedList } from './sources/handpicked-list';
import { imdb } from './sources/imdb';
import { instapaper } from './sources/instapaper';
import { kindle } from './sources/kindle';
import { lastfm } from './sources/lastfm';
import { letterboxd } from './sources/letterboxd';
import { librarything } from './sources/librarything';
import { listenbrainz } from './sources/listenbrainz';
import { myAnimeList } from './sources/myanimelist';
import { pinboard } from './sources/pinboard';
import { pocket } from './sources/pocket';
import { raindrop } from './sources/raindrop';
import { rateyourmusic } from './sources/rateyourmusic';
import { spotify } from './sources/spotify';
import { steam } from './sources/steam';
import { storygraph } from './sources/storygraph';

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
  calibre,
  bookmarks,
  pocket,
  raindrop,
  instapaper,
  pinboard,
  myAnimeList,
  boardGameGeek,
  steam,
];
