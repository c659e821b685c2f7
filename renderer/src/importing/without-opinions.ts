import type { ImportAnalysis } from '../domain/imported-row';
import { blanksOf, OWNER_FIELDS } from '../domain/item-fields/field-names';

const NO_OPINIONS = { ...blanksOf(OWNER_FIELDS), ratedAt: null, liked: false };

/** Without ratings, progress and notes: what somebody else exported must not rate things in the owner's name. */
export const withoutOpinions = (analysis: ImportAnalysis): ImportAnalysis => ({
  ...analysis,
  rows: analysis.rows.map((row) => ({ ...row, ...NO_OPINIONS })),
});
