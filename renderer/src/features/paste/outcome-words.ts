import type { LineOutcome } from '../../application/paste/plan-paste';
import type { Item } from '../../domain/item';
import { kindName } from '../../text/kinds';
import { pasteText } from '../../text/paste';
import { formatList, formatYear } from '../../ui/format';

/** The thing that a line stands for; null where it stands for none. */
export const shownItem = (outcome: LineOutcome): Item | null => ('item' in outcome ? outcome.item : null);

/** "Book · Frank Herbert · 1965 · recognised": what a line was taken for. */
export function outcomeWords(outcome: LineOutcome): string {
  const item = outcome.type === 'doubtful' && outcome.isOnlyLink ? null : shownItem(outcome);
  if (item === null) return said(outcome);
  const { kind, creators, year } = item;
  return [
    kindName(kind),
    ...(creators.length === 0 ? [] : [formatList(creators)]),
    ...(year === null ? [] : [formatYear(year)]),
    said(outcome),
  ].join(' · ');
}

function said(outcome: LineOutcome): string {
  switch (outcome.type) {
    case 'recognised':
      if (outcome.by === 'owner') return pasteText.asYouSaid;
      return outcome.by === 'title' ? pasteText.byTitle : pasteText.recognised;
    case 'doubtful':
      return outcome.isOnlyLink ? pasteText.linkCouldBe : pasteText.couldBe(outcome.candidates.length);
    case 'typed':
      return pasteText.notRecognised;
    case 'there':
      return outcome.item.inLibrary ? pasteText.inLibrary : pasteText.known;
    case 'repeat':
      return pasteText.sameAs(outcome.of);
    case 'heading':
      return pasteText.heading;
    case 'too-long':
      return pasteText.tooLong;
    case 'link':
      return pasteText.onlyLink;
    case 'left-out':
      return pasteText.isLeftOut;
  }
}
