/**
 * Moods and occasions the window offers; what each means in tags stands in recommend/ranking/moods.ts. Any other word
 * is a wanted tag.
 */
export const MOODS = [
  'light evening',
  'rainy day',
  'with kids',
  'thought-provoking',
  'short trip',
  'date night',
  'scary',
  'edge of the seat',
  'learn something',
  'full of energy',
] as const;
export type Mood = (typeof MOODS)[number];

/** How picks for a person are to lean, set by hand: shown with every pick they move, and never guessed. */
export interface Dials {
  /** −1 = like what they know … 1 = surprising. */
  readonly familiarity: number;
  /** −1 = popular … 1 = hidden gems. */
  readonly fame: number;
  /** −1 = short … 1 = long; moves only what has a known length. */
  readonly length: number;
  /** Media mix by kind group ('book', 'screen', …): 0 = less, 1 = as ever (also where none is given), 2 = more. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Of MOODS, or tags; each counts alike. */
  readonly moods: readonly string[];
}

export const NEUTRAL_DIALS: Dials = { familiarity: 0, fame: 0, length: 0, kinds: {}, moods: [] };

/** Whether the dials change nothing. */
export function isNeutral({ familiarity, fame, length, kinds, moods }: Dials): boolean {
  return (
    familiarity === 0 &&
    fame === 0 &&
    length === 0 &&
    moods.length === 0 &&
    Object.values(kinds).every((weight) => weight === 1)
  );
}
