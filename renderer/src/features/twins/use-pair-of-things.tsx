import { useSettings } from '../../app/context/settings-context';
import type { Item } from '../../domain/item';
import { twinsText } from '../../text/twins';
import type { PairQuestionProps } from '../../ui/side-by-side/pair-question';
import { linesOf, ratingRemark } from './describe-pair';
import { SideHeading } from './side-heading';
import { useHangsOn } from './use-hangs-on';

/**
 * What a question about two things of the library shows: the one that stays first, with what hangs on each.
 * @param why what the comparison found, in a sentence
 */
export function usePairOfThings(
  things: readonly [Item, Item],
  why: string,
  onSwap: () => void,
): Pick<PairQuestionProps, 'titles' | 'headings' | 'lines' | 'remarks' | 'onSwap'> {
  const { ratingScale } = useSettings();
  const [stays, goes] = things;
  const hangsOn = useHangsOn(stays.id, goes.id);
  const rating = ratingRemark(things, hangsOn, ratingScale);
  return {
    titles: [stays.title, goes.title],
    headings: [
      <SideHeading key="stays" item={stays} stays onSwap={onSwap} />,
      <SideHeading key="goes" item={goes} stays={false} onSwap={onSwap} />,
    ],
    lines: linesOf(things, hangsOn, ratingScale),
    remarks: [why, twinsText.whatStays, ...(rating === null ? [] : [rating])],
    onSwap,
  };
}
