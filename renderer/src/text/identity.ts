import type { IdentityEvidence } from '../domain/identity-evidence';

/** Why it is not certain that two things are the same; null for what speaks for it. */
export const DOUBT_REASONS: Readonly<Record<IdentityEvidence, string | null>> = {
  'same-facts': null,
  'same-id': null,
  'same-title': null,
  'same-maker': null,
  'same-year': null,
  'same-length': null,
  'two-candidates': 'more than one fits equally well',
  'generic-title': 'many works have this title',
  'bare-title': 'one of them has nothing but its title',
  'self-titled': 'there may be several of that name',
  'other-id': 'their numbers differ',
  'contradicted-id': 'their number is on other things too',
  'other-kind': 'the kinds differ',
  'other-title': 'the titles differ',
  'misspelt-title': 'the titles are spelled differently',
  'subtitle-on-one-side': 'only one has the subtitle',
  'shared-maker': 'only some of the makers are the same',
  'other-maker': 'the makers differ',
  'maker-unknown': 'the maker of one or both is not known',
  'adjacent-year': 'the years differ by one',
  'other-year': 'the years differ',
  'years-decades-apart': 'the years are decades apart',
  'year-unknown': 'the year of one or both is not known',
  'other-volume': 'they are different volumes',
};

const MAX_REASONS = 2;

/** "many works have this title and the year of one or both is not known": the weightiest doubts of the evidence. */
export function doubtReason(evidence: readonly IdentityEvidence[]): string {
  const reasons = evidence.map((code) => DOUBT_REASONS[code]).filter((reason) => reason !== null);
  return reasons.length === 0 ? 'nothing decides it' : reasons.slice(0, MAX_REASONS).join(' and ');
}

/** What speaks for two things being one, in words. */
const LIKENESSES: ReadonlyMap<IdentityEvidence, string> = new Map<IdentityEvidence, string>([
  ['same-facts', 'all that is known of them is the same'],
  ['same-id', 'they have the same number'],
  ['same-title', 'the titles are the same'],
  ['same-maker', 'the makers are the same'],
  ['same-year', 'the years are the same'],
  ['same-length', 'they are equally long'],
]);

/** "the titles are the same, the makers are the same, the years differ by one": all of it, what speaks for it first. */
export const evidenceList = (evidence: readonly IdentityEvidence[]): string =>
  [
    ...evidence.flatMap((code) => LIKENESSES.get(code) ?? []),
    ...evidence.flatMap((code) => DOUBT_REASONS[code] ?? []),
  ].join(', ');
