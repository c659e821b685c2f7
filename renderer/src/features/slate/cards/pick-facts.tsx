import type { ReactNode } from 'react';
import type { SentLately } from '../../../application/sharing/sent-lately';
import type { Recommendation } from '../../../domain/recommendation';
import { fitText } from '../../../text/fit';
import { picksText } from '../../../text/picks';
import { FitLine } from './fit-line';
import { cautiousPercent, knowsItWords } from './fit-words';
import { ReasonList } from './reason-list';
import type { TextPart } from '../reasons/text-part';

export interface PickFactsProps {
  readonly recommendation: Recommendation;
  readonly sent: SentLately;
  /** Whether the card says how much was sent this week; false where its page does. */
  readonly showWeek: boolean;
  readonly reasons: readonly (readonly TextPart[])[];
}

/** How well it fits and how likely they like it, whether they know it, what was sent lately, and why. */
export function PickFacts({ recommendation, sent, showWeek, reasons }: PickFactsProps): ReactNode {
  const { pKnows } = recommendation;
  return (
    <>
      <FitLine recommendation={recommendation}>
        <span title={fitText.knowsPercent(cautiousPercent(pKnows))}>{knowsItWords(pKnows).toLocaleLowerCase()}</span>
        {showWeek ? <span>{picksText.sentThisWeek(sent.thisWeek, sent.cap)}</span> : null}
        {sent.others.length === 0 ? null : <span>{picksText.sentToOthers(sent.others)}</span>}
      </FitLine>
      <ReasonList reasons={reasons} />
    </>
  );
}
