import type { DialShapes, ShapesOf } from '../domain/dials/dial-table';
import type { DialId, DIALS } from '../domain/dials/dials';
import { groupWords } from './features';

/** The words that a dial of each shape needs. */
export interface DialTextOf {
  readonly slider: {
    readonly label: string;
    /** Left end, middle and right end. */
    readonly marks: readonly [left: string, middle: string, right: string];
    /** Below the slider: for a library of which it moves some items, and of which it moves none. */
    readonly hint: { readonly some: string; readonly none: string } | null;
    readonly inBreakdown: () => string;
  };
  readonly weights: {
    readonly label: string;
    /** For the weights 0, 1 and 2. */
    readonly choices: readonly [less: string, usual: string, more: string];
    readonly key: (key: string) => string;
    readonly chip: (key: string, more: boolean) => string;
    readonly inBreakdown: (key: string) => string;
  };
  readonly words: {
    readonly label: string;
    readonly inBreakdown: (word: string) => string;
  };
}

/** The words of every dial of a table. */
export type DialTexts<Shapes extends DialShapes> = { readonly [Id in keyof Shapes]: DialTextOf[Shapes[Id]] };

export const DIAL_TEXTS: DialTexts<ShapesOf<typeof DIALS>> = {
  novelty: {
    label: 'Familiar or surprising',
    marks: ['familiar', 'as usual', 'surprising'],
    hint: null,
    inBreakdown: () => 'familiar or surprising',
  },
  fame: {
    label: 'Popular or hidden gems',
    marks: ['popular', 'as usual', 'hidden gems'],
    hint: null,
    inBreakdown: () => 'popular or hidden',
  },
  length: {
    label: 'Short or long',
    marks: ['short', 'as usual', 'long'],
    hint: {
      some: 'Moves only what has a known length, compared with what is usual for its kind.',
      none: 'Moves nothing yet: no thing in your library has a known length. Imports bring it, and a thing’s facts can be edited.',
    },
    inBreakdown: () => 'short or long',
  },
  kinds: {
    label: 'Mix',
    choices: ['less', 'as usual', 'more'],
    key: groupWords,
    chip: (group, more) => `${more ? 'more' : 'less'} of ${groupWords(group)}`,
    inBreakdown: (group) => `${groupWords(group)}, more or less`,
  },
  moods: {
    label: 'Mood or occasion',
    inBreakdown: (mood) => mood,
  },
};

/** Words for one part of a dial in a line of a breakdown, after "Dial: ". */
export const dialInBreakdown = (dial: DialId, part: string): string => partInBreakdown(DIAL_TEXTS, dial, part);

export function partInBreakdown<Shapes extends DialShapes>(
  texts: DialTexts<Shapes>,
  dial: keyof Shapes,
  part: string,
): string {
  return texts[dial].inBreakdown(part);
}

/** Words that all dials share. */
export const dialsText = {
  heading: 'Dials',
  folded: (state: string) => `Dials: ${state}`,
  foldedSet: 'Dials, set by you',
  usual: 'as usual',
  intro: (name: string) =>
    `How picks for ${name} lean, until you set it back. What a dial adds to a pick stands under “Why this?”.`,
  degree: (end: string, full: boolean) => (full ? end : `rather ${end}`),
  removeChip: (label: string) => `Set back: ${label}`,
  setBack: 'Set back to usual',
} as const;
