import type { ItemStatus } from '../../domain/item-values';
import type { ImportedRow } from '../../domain/imported-row';
import { isLiked } from '../../domain/taste-scale';
import { albumTitle, songTitle } from '../cells/title-cells';
import { blankRow, type RowCollector } from '../source';
import { counts, type Play, type SongUnit } from './play';

/**
 * Heard once is not liked. Something counts as liked where it was played at least so often, on at least so many days,
 * and is among this share of what the person played most of its kind.
 */
export const LIKED = { plays: 10, days: 3, share: 0.2 } as const;
/** An album is heard through where so many of its songs were; a short one where they were so often. */
const SONGS_OF_AN_ALBUM = 5;
/** Fewer plays than this are a file to look at, not a history. */
const LONG_HISTORY = 2_000;
const DAY = 86_400_000;

/** What a person says of a thing outright: saved, blocked, followed, on a playlist. */
export interface Said {
  readonly liked?: boolean;
  readonly disliked?: boolean;
  readonly status?: ItemStatus;
  readonly shelf?: string;
  readonly addedAt?: number | null;
  /** Of the song, 0..1. */
  readonly rating?: number;
  /** How often the song was played in all, and when last, where a library keeps no more. */
  readonly plays?: number;
  readonly playedAt?: number | null;
}

/** Songs of an album with a rating, for their mean to be the album's. */
const RATED_SONGS = 3;

/** What something is said of. */
export type Named = Pick<Play, 'medium' | 'maker' | 'work' | 'part' | 'ids'>;

interface Thing {
  readonly kind: string;
  readonly title: string;
  creators: readonly string[];
  readonly file: string;
  readonly line: number;
  records: number;
  plays: number;
  /** Changes from one day to another, in the order of the file: exact where it is in order of time, either way. */
  days: number;
  lastDay: number;
  firstAt: number;
  lastAt: number;
  readonly parts: Set<string>;
  liked: boolean;
  disliked: boolean;
  status: ItemStatus;
  isSaid: boolean;
  addedAt: number;
  readonly shelves: Set<string>;
  /** Of its songs, 0..1. */
  readonly ratings: number[];
  ids: Readonly<Record<string, string>>;
}

/**
 * What was played or saved, each thing once, with how often: memory grows with what was met and never with how often.
 * Every record belongs to a thing, and every thing becomes a row or a skipped one.
 */
export class HeardThings {
  readonly #things = new Map<string, Thing>();
  /** As they stand in the file, with what is left of them: both are met again and again. */
  readonly #albumTitles = new Map<string, string>();
  readonly #songTitles = new Map<string, string>();
  readonly #knownArtists = new Set<string>();
  #records = 0;
  #plays = 0;
  #playsOnAlbums = 0;

  constructor(readonly unit: SongUnit) {}

  /** @returns why nothing can be made of it, or null */
  play(file: string, line: number, play: Play): string | null {
    const thing = this.#thingOf(file, line, play);
    if (typeof thing === 'string') return thing;
    const at = play.endedAt;
    if (!counts(play)) return null;
    this.#plays += 1;
    if (play.medium === 'music' && play.work !== '') this.#playsOnAlbums += 1;
    if (play.work !== '' || play.isMusic === true) this.#knownArtists.add(play.maker.toLowerCase());
    thing.plays += 1;
    const day = at === null ? Number.NaN : Math.floor(at / DAY);
    if (at !== null && day !== thing.lastDay) thing.days += 1;
    thing.lastDay = day;
    this.#met(thing, play.part, at);
    return null;
  }

  #met(thing: Thing, part: string, at: number | null): void {
    if (part !== '') thing.parts.add(remembered(this.#songTitles, part, songTitle).toLowerCase());
    if (at === null) return;
    thing.firstAt = Math.min(thing.firstAt, at);
    thing.lastAt = Math.max(thing.lastAt, at);
  }

  /**
   * @param unit of which it is said: who cannot stand one song may love the album
   * @returns why nothing can be made of it, or null
   */
  say(file: string, line: number, named: Named, said: Said, unit: SongUnit = this.unit): string | null {
    const thing = this.#thingOf(file, line, named, unit);
    if (typeof thing === 'string') return thing;
    thing.isSaid = true;
    thing.liked ||= said.liked === true;
    thing.disliked ||= said.disliked === true;
    if (said.status !== undefined) thing.status = said.status;
    if (said.shelf !== undefined && said.shelf !== '') thing.shelves.add(said.shelf);
    if (said.addedAt != null) thing.addedAt = Math.min(thing.addedAt, said.addedAt);
    if (said.rating !== undefined) thing.ratings.push(said.rating);
    if (said.plays !== undefined && said.plays > 0) {
      thing.plays += said.plays;
      // Nobody says on which days: what was played again was, as a rule, on another.
      thing.days += Math.min(said.plays, LIKED.days);
      this.#met(thing, named.part, said.playedAt ?? null);
    }
    return null;
  }

  #thingOf(file: string, line: number, named: Named, unit: SongUnit = this.unit): Thing | string {
    const described = this.#describe(named, unit);
    if (typeof described === 'string') return described;
    const { kind, title, creators, ids } = described;
    this.#records += 1;
    // Not every history says who makes a podcast or wrote a book.
    const isMusic = kind !== 'podcast' && kind !== 'book';
    const key = [kind, title, ...(isMusic ? creators : [])].join('\u0000').toLowerCase();
    const known = this.#things.get(key);
    if (known !== undefined) {
      known.records += 1;
      if (known.creators.length === 0) known.creators = creators;
      if (ids !== undefined && Object.keys(known.ids).length === 0) known.ids = ids;
      return known;
    }
    const thing: Thing = {
      kind,
      title,
      creators,
      file,
      line,
      records: 1,
      plays: 0,
      days: 0,
      lastDay: Number.NaN,
      firstAt: Infinity,
      lastAt: -Infinity,
      parts: new Set(),
      liked: false,
      disliked: false,
      status: 'none',
      isSaid: false,
      addedAt: Infinity,
      shelves: new Set(),
      ratings: [],
      ids: ids ?? {},
    };
    this.#things.set(key, thing);
    return thing;
  }

  /** What a play is a play of, in the unit that was chosen. */
  #describe({ medium, maker, work, part, ids }: Named, unit: SongUnit): Described | string {
    const creators = maker === '' ? [] : [maker];
    if (medium === 'podcast')
      return work === '' ? 'no name of the podcast' : { kind: 'podcast', title: work, creators, ids: ids.show };
    if (medium === 'audiobook')
      return work === '' ? 'no title' : { kind: 'book', title: work, creators, ids: undefined };
    if (medium === 'channel')
      return maker === '' ? 'no channel' : { kind: 'channel', title: maker, creators: [], ids: ids.show };
    if (unit === 'songs')
      return part === ''
        ? 'no title of the song'
        : { kind: 'track', title: remembered(this.#songTitles, part, songTitle), creators, ids: ids.song };
    if (unit === 'albums' && work !== '')
      return { kind: 'album', title: remembered(this.#albumTitles, work, albumTitle), creators, ids: ids.album };
    return maker === '' ? 'no artist' : { kind: 'music artist', title: maker, creators: [], ids: ids.artist };
  }

  /** How often a thing was played to come in, by default: a long history holds much that was met by chance. */
  get leastPlays(): readonly number[] {
    return this.#plays > LONG_HISTORY ? [3, 1, 10] : [1, 3, 10];
  }

  /**
   * Hands every thing to `collector`: as a row, or as skipped with the reason.
   * @param leastPlays of what nobody said anything of
   * @param mayBeVideos true where the history also holds what is no music: then an artist is to be known by an album
   */
  finish(collector: RowCollector, leastPlays: number, mayBeVideos: boolean): void {
    const likedFrom = likedThresholds(this.#things.values());
    const knowsAlbums = mayBeVideos && this.unit === 'albums' && this.#playsOnAlbums > this.#plays / 2;
    for (const thing of this.#things.values()) {
      const isUnknown =
        knowsAlbums && thing.kind === 'music artist' && !this.#knownArtists.has(thing.title.toLowerCase());
      const reason = thing.isSaid
        ? null
        : thing.plays === 0
          ? 'never played for 30 seconds'
          : thing.plays < leastPlays
            ? `played ${timesOf(thing.plays)}`
            : isUnknown && thing.plays < LIKED.plays
              ? 'no album of it is known, nor any of this artist: perhaps a video and no music'
              : null;
      if (reason === null) collector.add(rowOf(thing, likedFrom.get(thing.kind) ?? Infinity));
      else collector.skip(thing.file, thing.line, reason, [...thing.creators, thing.title].join(' · '));
    }
    collector.joinedCount += this.#records - this.#things.size;
  }
}

interface Described {
  readonly kind: string;
  readonly title: string;
  readonly creators: readonly string[];
  readonly ids: Readonly<Record<string, string>> | undefined;
}

function remembered(titles: Map<string, string>, title: string, clean: (title: string) => string): string {
  const known = titles.get(title);
  if (known !== undefined) return known;
  const cleaned = clean(title);
  titles.set(title, cleaned);
  return cleaned;
}

const timesOf = (plays: number): string => (plays === 1 ? 'once' : `${String(plays)} times`);

/** By kind how many plays place a thing in the top share of this person's own. */
function likedThresholds(things: Iterable<Thing>): ReadonlyMap<string, number> {
  const plays = new Map<string, number[]>();
  for (const thing of things) {
    const ofKind = plays.get(thing.kind) ?? [];
    if (thing.plays > 0) ofKind.push(thing.plays);
    plays.set(thing.kind, ofKind);
  }
  return new Map(
    [...plays].map(([kind, counted]) => {
      const sorted = counted.toSorted((left, right) => right - left);
      return [kind, Math.max(LIKED.plays, sorted[Math.floor(sorted.length * LIKED.share)] ?? 0)];
    }),
  );
}

function rowOf(thing: Thing, likedFrom: number): ImportedRow {
  const dated = Number.isFinite(thing.lastAt);
  const cameBack = thing.days >= LIKED.days || !dated;
  const first = Math.min(thing.firstAt, thing.addedAt);
  const isChannel = thing.kind === 'channel';
  const isEpisodic = isChannel || thing.kind === 'podcast' || thing.kind === 'book';
  // What somebody watches is put before them: watching much is not liking.
  const isPlayedMuch = !isChannel && thing.plays >= likedFrom && cameBack;
  return {
    ...blankRow(thing.file, thing.line, thing.kind, thing.title),
    creators: thing.creators,
    shelves: [...thing.shelves],
    identifiers: thing.ids,
    url: pageOf(thing.ids),
    ownRating: ratingOf(thing),
    liked: !thing.disliked && (thing.liked || hasLikedSongs(thing) || isPlayedMuch),
    ...(thing.disliked ? { disliked: true } : {}),
    ...(thing.plays > 0 ? { plays: thing.plays } : {}),
    status: statusOf(thing),
    finishedAt: dated && !isEpisodic ? thing.lastAt : null,
    addedAt: Number.isFinite(first) ? first : null,
  };
}

const meanOf = (ratings: readonly number[]): number =>
  Math.round((ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length) * 10_000) / 10_000;

/** A song's own, an album's where enough of its songs have one; an artist is not rated by songs. */
function ratingOf({ kind, ratings }: Thing): number | null {
  const needed = kind === 'track' ? 1 : kind === 'album' ? RATED_SONGS : Infinity;
  return ratings.length >= needed ? meanOf(ratings) : null;
}

const hasLikedSongs = ({ ratings }: Thing): boolean => ratings.length > 0 && isLiked(meanOf(ratings));

/** The page of "spotify:album:3Uyh", or of a channel on YouTube. */
function pageOf(ids: Readonly<Record<string, string>>): string | null {
  if (ids.youtube !== undefined) return `https://www.youtube.com/channel/${ids.youtube}`;
  const [, kind, id] = /^spotify:(\w+):(\w+)$/.exec(ids.spotify ?? '') ?? [];
  return kind === undefined || id === undefined ? null : `https://open.spotify.com/${kind}/${id}`;
}

/** A podcast goes on, and of a book nobody says which chapter was the last; a single is its song. */
function statusOf({ kind, title, status, plays, parts }: Thing): ItemStatus {
  if (status !== 'none' || plays === 0) return status;
  switch (kind) {
    case 'podcast':
    case 'book':
      return 'in-progress';
    case 'track':
      return 'finished';
    case 'album':
      return parts.size >= SONGS_OF_AN_ALBUM || plays >= LIKED.plays || parts.has(title.toLowerCase())
        ? 'finished'
        : 'none';
    default:
      return 'none';
  }
}
