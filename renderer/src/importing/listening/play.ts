/** One play of a song, an episode, a chapter or a video, as a history states it. */
export interface Play {
  readonly medium: 'music' | 'podcast' | 'audiobook' | 'channel';
  /** Artist, author, publisher or channel of videos; '' where it is not known. */
  readonly maker: string;
  /** Album, podcast or book; '' where it is not known. */
  readonly work: string;
  /** Song, episode, chapter or video; '' where it is not known. */
  readonly part: string;
  /** Epoch milliseconds. */
  readonly endedAt: number | null;
  /** How long it was heard, milliseconds; null where the history does not say, since it lists whole plays only. */
  readonly heard: number | null;
  /** Ended by the listener before its end. */
  readonly skipped: boolean;
  readonly ids: PlayIds;
  /** Known to be music though no album is, where a history also holds videos. */
  readonly isMusic?: true;
}

/** Ids of what was played, by namespace. */
export interface PlayIds {
  readonly artist?: Readonly<Record<string, string>>;
  readonly album?: Readonly<Record<string, string>>;
  readonly song?: Readonly<Record<string, string>>;
  readonly show?: Readonly<Record<string, string>>;
}

/** What songs become: the answer to the question that every source of songs asks. */
export const SONG_UNITS = ['albums', 'artists', 'songs'] as const;
export type SongUnit = (typeof SONG_UNITS)[number];

/** A play shorter than this, or one that was skipped, is no listening. Spotify and Last.fm count from 30 s, too. */
export const MIN_HEARD = 30_000;

export const counts = ({ heard, skipped }: Play): boolean => !skipped && (heard === null || heard >= MIN_HEARD);
