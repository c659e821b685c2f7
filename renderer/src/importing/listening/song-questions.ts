import type { ImportQuestion } from '../../domain/imported-row';
import type { ReadContext } from '../source';
import { SONG_UNITS, type SongUnit } from './play';

const UNIT = 'songs';
const LEAST = 'least-plays';
const LABELS: Readonly<Record<SongUnit, string>> = {
  albums: 'albums, or artists where no album is known',
  artists: 'artists',
  songs: 'songs',
};

/** The answer, or albums. */
export function songUnit({ answers }: ReadContext): SongUnit {
  const answer = answers.get(UNIT);
  return SONG_UNITS.find((unit) => unit === answer) ?? SONG_UNITS[0];
}

/** The answer, or the first of `options`. */
export function leastPlays({ answers }: ReadContext, options: readonly number[]): number {
  const answer = Number(answers.get(LEAST));
  return options.find((option) => option === answer) ?? options[0] ?? 1;
}

export const songQuestion = (unit: SongUnit): ImportQuestion => ({
  id: UNIT,
  text: 'Songs are brought in as',
  options: SONG_UNITS.map((value) => ({ value, label: LABELS[value] })),
  answer: unit,
});

/** @param options of which the first is the default */
export const leastPlaysQuestion = (options: readonly number[], answer: number): ImportQuestion => ({
  id: LEAST,
  text: 'What comes in',
  options: options.map((least) => ({
    value: String(least),
    label: least === 1 ? 'everything that was played' : `what was played at least ${String(least)} times`,
  })),
  answer: String(answer),
});
