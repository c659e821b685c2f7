import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { Outcome, Share } from '../../domain/share';

const DAY = 24 * 60 * 60 * 1000;
/** How it went is asked this long after a thing was sent, milliseconds: nobody has met it by the evening. */
const ASK_AFTER = 3 * DAY;
/** The same for what takes weeks. */
const ASK_AFTER_LONG: ReadonlyMap<string, number> = new Map([
  ['book', 14 * DAY],
  ['series', 10 * DAY],
  ['anime', 10 * DAY],
  ['game', 10 * DAY],
]);
/** "Not yet" is asked again after this long, milliseconds. */
const ASK_AGAIN_AFTER = 7 * DAY;

/** True where the outcome is still open: no answer, or "not yet". */
export function isPending(share: Pick<Share, 'outcome'>): boolean {
  return share.outcome === null || share.outcome === 'not-yet';
}

/**
 * Shares worth asking about now, longest waiting first: unanswered ones that were sent days ago (longer for a book),
 * and a "not yet" after a week.
 */
export function toAskAbout(
  shares: readonly Share[],
  itemsById: ReadonlyMap<ItemId, Pick<Item, 'kind'>>,
  now: number,
  limit: number,
): readonly Share[] {
  const askAfter = ({ itemId }: Share): number => ASK_AFTER_LONG.get(itemsById.get(itemId)?.kind ?? '') ?? ASK_AFTER;
  return shares
    .filter((share) =>
      share.outcome === null
        ? share.sharedAt <= now - askAfter(share)
        : share.outcome === 'not-yet' && (share.outcomeAt ?? 0) <= now - ASK_AGAIN_AFTER,
    )
    .sort((a, b) => a.sharedAt - b.sharedAt)
    .slice(0, limit);
}

/** The outcome after a button was pressed: pressing the recorded one again takes it back (null). */
export function pressedOutcome(recorded: Outcome | null, pressed: Outcome): Outcome | null {
  return recorded === pressed ? null : pressed;
}
