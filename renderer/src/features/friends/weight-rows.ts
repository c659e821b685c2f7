import { isAboutItems, type LearnedWeight } from '../../domain/learning';
import { likingWords } from '../../text/features';

/** Without "show all". */
export const WEIGHTS_SHOWN = 12;

/** Weights below this are shown as 0.00 and left out. */
const MIN_WEIGHT = 0.005;

/** Weights worth a row, strongest first as they came: those above the threshold, and those pinned by hand. */
export function weightsToShow(weights: readonly LearnedWeight[]): readonly LearnedWeight[] {
  return weights.filter(({ weight, pinned }) => pinned || Math.abs(weight) >= MIN_WEIGHT);
}

/** The strongest, and everything pinned by hand, so that it can be changed again. */
export function strongestWeights(telling: readonly LearnedWeight[]): readonly LearnedWeight[] {
  return telling.filter(({ pinned }, place) => pinned || place < WEIGHTS_SHOWN);
}

/** Of each direction, in a sentence. */
const WORDS_SHOWN = 3;
/** A weight below this, log-odds, moves the chance by less than 3 points. */
const MIN_WORTH_WORDS = 0.1;

/**
 * What the person's own reactions say they like more or less than expected, strongest first as the weights came. What
 * was borrowed from everybody, or is about the model's own numbers, is nothing to say of them.
 */
export function learnedInWords(telling: readonly LearnedWeight[]): {
  readonly more: readonly string[];
  readonly less: readonly string[];
} {
  const said = telling
    .filter(({ name, weight, evidence }) => isAboutItems(name) && evidence > 0 && Math.abs(weight) >= MIN_WORTH_WORDS)
    .map(({ name, weight }) => likingWords(name, weight));
  const subjects = (more: boolean): readonly string[] =>
    said
      .filter((words) => words.more === more)
      .slice(0, WORDS_SHOWN)
      .map(({ subject }) => subject);
  return { more: subjects(true), less: subjects(false) };
}

/**
 * How much of a weight comes from the person's own reactions, in three steps. `evidence` is a sum of squared gradients;
 * one clear surprise adds about 0.25.
 */
export function evidenceLevel(evidence: number): 'none' | 'little' | 'some' | 'much' {
  if (evidence <= 0) return 'none';
  if (evidence < 0.5) return 'little';
  return evidence < 3 ? 'some' : 'much';
}
