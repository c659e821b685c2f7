import type { IdentityEvidence } from '../domain/identity-evidence';
import { doubtReason } from './identity';

/** Words of "which one is it?": a thing beside those it may be, one key each. */
export const sideBySideText = {
  question: (title: string, candidates: number) =>
    candidates === 1 ? `“${title}”: is it this one?` : `“${title}”: which one is it?`,
  progress: (place: number, of: number) => `${place} of ${of}`,
  progressLabel: 'How far you are',
  /** Why the first of the candidates is not certain; null where nothing speaks against it: the cards say the rest. */
  doubt: (evidence: readonly IdentityEvidence[]): string | null =>
    evidence.length === 0 ? null : `Not certain, because ${doubtReason(evidence)}.`,
  candidates: 'It could be',
  none: 'None of these',
  later: 'Later',
  back: 'One back',
  keys: (candidates: number) =>
    `Keys: ${candidates === 1 ? '1 this one' : `1 to ${candidates} this one`} · 0 or N none of these · L or ↓ later · Backspace one back`,
  otherTitles: (titles: readonly string[]) => `Also “${titles.join('”, “')}”`,
  nothingKnown: 'Nothing but its title is known.',
} as const;
