import type { Recommendation, Slate } from '../../domain/recommendation';
import { bestFirst } from './best-first';
import { type Movement, movements } from './movements';

/** The last slate shown, and what changed to bring it there. */
export interface SlateHistory {
  readonly slate: Slate;
  /** The first of the latest slates with the same picks in the same order: the next change is measured from it. */
  readonly base: Slate;
  /** By `recommendationKey`: what moved between the last two slates that differed; empty at first. */
  readonly moved: ReadonlyMap<string, Movement>;
}

/** Identifies a recommendation within a slate. */
export function recommendationKey({ personId, itemId }: Pick<Recommendation, 'personId' | 'itemId'>): string {
  return `${personId}:${itemId}`;
}

/**
 * The history with one more slate, put in the order it is shown in. One with the same picks in the same order keeps
 * what moved before.
 */
export function withSlate(history: SlateHistory | null, answer: Slate): SlateHistory {
  const slate = { ...answer, recommendations: bestFirst(answer.recommendations) };
  if (history === null) return { slate, base: slate, moved: new Map() };
  const before = history.base.recommendations.map(recommendationKey);
  const after = slate.recommendations.map(recommendationKey);
  if (before.length === after.length && before.every((key, index) => key === after[index]))
    return { ...history, slate };
  return {
    slate,
    base: slate,
    moved: movements(before, after),
  };
}
