import type { IdentityEvidence } from '../../domain/identity-evidence';
import type { AlikeThing } from '../../identity/thing-index';

/**
 * What each piece of evidence says for (or against) two things being one, in points. Only the order that the sums give
 * is used: what is asked first is what is most often answered with "the same".
 */
const POINTS: Readonly<Record<IdentityEvidence, number>> = {
  'same-facts': 10,
  'same-id': 5,
  'same-title': 3,
  'same-maker': 3,
  'same-year': 3,
  'same-length': 2,
  'shared-maker': 1,
  'adjacent-year': 1,
  'misspelt-title': 0,
  'subtitle-on-one-side': 0,
  'year-unknown': 0,
  'maker-unknown': -1,
  'two-candidates': -1,
  'bare-title': -1,
  'contradicted-id': -1,
  'generic-title': -2,
  'self-titled': -2,
  'other-kind': -2,
  'other-id': -2,
  'other-year': -2,
  'other-title': -3,
  'years-decades-apart': -3,
  'other-maker': -4,
  'other-volume': -4,
};

/** Verdicts of "same" come before every doubt. */
const SAME = 1000;

/** Higher is likelier. */
export const likelihoodOf = ({
  verdict,
  strength,
  evidence,
}: Pick<AlikeThing<unknown>, 'verdict' | 'strength' | 'evidence'>): number =>
  (verdict === 'same' ? SAME + strength : 0) + evidence.reduce((sum, code) => sum + POINTS[code], 0);
