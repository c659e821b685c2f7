import { KINDS } from '../domain/item';
import { ownValue } from '../domain/own-value';

/** Names of the kinds; a kind not listed here (kinds are free text) is shown as typed. */
const SINGULAR: Readonly<Record<string, string>> = {
  book: 'Book',
  comic: 'Comic',
  movie: 'Film',
  series: 'Series',
  episode: 'Episode',
  anime: 'Anime',
  game: 'Game',
  'board game': 'Board game',
  'music artist': 'Artist',
  album: 'Album',
  track: 'Track',
  podcast: 'Podcast',
  article: 'Article',
  link: 'Link',
  video: 'Video',
  place: 'Place',
  recipe: 'Recipe',
  wine: 'Wine',
  food: 'Food',
  other: 'Other',
};
const PLURAL: Readonly<Record<string, string>> = {
  book: 'Books',
  comic: 'Comics',
  movie: 'Films',
  series: 'Series',
  episode: 'Episodes',
  anime: 'Anime',
  game: 'Games',
  'board game': 'Board games',
  'music artist': 'Artists',
  album: 'Albums',
  track: 'Tracks',
  podcast: 'Podcasts',
  article: 'Articles',
  link: 'Links',
  video: 'Videos',
  place: 'Places',
  recipe: 'Recipes',
  wine: 'Wines',
  food: 'Food',
  other: 'Other',
};

const capitalised = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);

/** "Film" for 'movie'. */
export const kindName = (kind: string): string => ownValue(SINGULAR, kind) ?? capitalised(kind);
/** "Films" for 'movie'. */
export const kindNamePlural = (kind: string): string => ownValue(PLURAL, kind) ?? capitalised(kind);
/** As a field shows it: the name of a kind of ours, anything else as typed. */
export const kindInField = (kind: string): string => (isKnown(kind) ? kindName(kind) : kind);
/** What a field holds: the kind whose name was chosen or typed in full, anything else as typed. */
export const kindFromField = (text: string): string => KINDS.find((kind) => kindName(kind) === text) ?? text;

const isKnown = (kind: string): boolean => KINDS.some((known) => known === kind);
