import type { NamedSourceText } from './source-text';

/** Exports of music, by name. */
export const MUSIC_SOURCES: readonly NamedSourceText[] = [
  [
    'apple-music',
    {
      name: 'Apple Music (archive of your data)',
      brings: 'Albums, artists or songs: library, plays, likes',
      how: 'At privacy.apple.com: Request a copy of your data, Apple Media services. Drop the archive that comes, or of it Apple Music Library Tracks.json and Apple Music Play Activity.csv.',
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
    'itunes',
    {
      name: 'iTunes and Apple Music',
      brings: 'Albums, songs, podcasts and films: stars, play counts',
      how: 'In Music or iTunes on the computer: File, Library, Export Library. Drop Library.xml.',
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
    'listenbrainz',
    {
      name: 'ListenBrainz',
      brings: 'Music you have played, loved and hated, as albums, artists or songs',
      how: 'On the website: Settings, Export data. Drop the zip as it is.',
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
    'spotify',
    {
      name: 'Spotify',
      brings: 'Music and podcasts: what you saved, blocked and played, as albums, artists or songs',
      how: 'On spotify.com: Account, Account privacy, Download your data. “Account data” has what you saved and the last year; “Extended streaming history” has all years. A zip comes by e-mail after some days. Drop it as it is.',
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
];
