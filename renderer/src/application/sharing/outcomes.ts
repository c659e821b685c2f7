import type { Outcome, Share } from '../../domain/share';

/** "Not yet" is asked again after this long, milliseconds. */
const ASK_AGAIN_AFTER = 7 * 24 * 60 * 60 * 1000;

/** True where the outcome is still open: no answer, or "not yet". */
export function isPending(share: Pick<Share, 'outcome'>): boolean {
  return share.outcome === null || share.outcome === 'not-yet';
}

/** Shares worth asking about now, longest waiting first: unanswered ones, and a "not yet" after a week. */
export function toAskAbout(shares: readonly Share[], now: number, limit: number): readonly Share[] {
  return shares
    .filter(
      (share) =>
        share.outcome === null || (share.outcome === 'not-yet' && (share.outcomeAt ?? 0) <= now - ASK_AGAIN_AFTER),
    )
    .sort((a, b) => a.sharedAt - b.sharedAt)
    .slice(0, limit);
}

/** The outcome after a button was pressed: pressing the recorded one again takes it back (null). */
export function pressedOutcome(recorded: Outcome | null, pressed: Outcome): Outcome | null {
  return recorded === pressed ? null : pressed;
}
