import { isNeutral } from '../../domain/dials/dials';
import type { Dials } from '../../domain/dials/dials';
import type { LikelyTag } from '../../domain/recommendation';
import { relativeLength } from '../../domain/relative-length';
import { moodMatch } from '../../domain/dials/moods';

/** What the dials can see of a candidate. */
export interface DialFacts {
  /** 0..1: how like it is to what the person has met. */
  readonly likenessToHistory: number;
  /** 0..1: how widely met within its kind; null = nothing is known of that. */
  readonly popularity: number | null;
  /** Minutes, or pages of something read; null = unknown. */
  readonly lengthMinutesOrPages: number | null;
  /** Kind group. */
  readonly group: string;
  /** Phrases. */
  readonly tags: readonly string[];
  readonly likelyTags: readonly LikelyTag[];
}

/** What one dial adds to the odds of being picked; `kind:` is followed by the group, `mood:` by the mood. */
export interface DialTerm {
  readonly dial: 'familiarity' | 'fame' | 'length' | `kind:${string}` | `mood:${string}`;
  readonly logOdds: number;
}

/** No dial outweighs liking: turned all the way, one moves the odds by e^1.2 = 3.3 at most. */
const MOST = 1.2;

/**
 * The terms of a candidate that are not 0, in log-odds, so that each can be shown and taken out again. Neutral dials
 * give none. Each term is a product of the dial and of what the candidate is, so it grows, or falls, evenly with the
 * dial. What is not known of a candidate moves nothing: the unknown is neither famous nor long.
 * Harper et al. 2015: people given a popularity dial set it very differently, and like what they then get better.
 */
export function dialTerms(dials: Dials, facts: DialFacts): readonly DialTerm[] {
  if (isNeutral(dials)) return [];
  const terms: DialTerm[] = [
    { dial: 'familiarity', logOdds: leaning(dials.familiarity) * centred(1 - facts.likenessToHistory) },
    { dial: 'fame', logOdds: facts.popularity === null ? 0 : leaning(dials.fame) * centred(1 - facts.popularity) },
    { dial: 'length', logOdds: leaning(dials.length) * relativeLength(facts.lengthMinutesOrPages, facts.group) },
    {
      dial: `kind:${facts.group}`,
      logOdds: leaning((Object.hasOwn(dials.kinds, facts.group) ? (dials.kinds[facts.group] ?? 1) : 1) - 1),
    },
  ];
  const moods = new Set(dials.moods);
  // All moods together weigh as much as one other dial.
  for (const mood of moods)
    terms.push({ dial: `mood:${mood}`, logOdds: (MOST / moods.size) * moodMatch(mood, facts.tags, facts.likelyTags) });
  return terms.filter(({ logOdds }) => logOdds !== 0);
}

export function sumOfTerms(terms: readonly DialTerm[]): number {
  return terms.reduce((sum, { logOdds }) => sum + logOdds, 0);
}

/** A dial −1..1 as log-odds; one that is out of range, as a file may bring, counts as turned all the way. */
function leaning(dial: number): number {
  return Number.isNaN(dial) ? 0 : MOST * limit(dial);
}

/** 0..1 → −1..1. */
function centred(share: number): number {
  return limit(2 * share - 1);
}

function limit(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
