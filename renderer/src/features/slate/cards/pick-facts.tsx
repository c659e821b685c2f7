import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SentLately } from '../../../application/sharing/sent-lately';
import type { Recommendation } from '../../../domain/recommendation';
import { inTen } from '../../../text/numbers';
import { picksText } from '../../../text/picks';
import { confidenceWords, cautiousPercent, fitWords, knowsItWords, likesWords } from './fit-words';
import classes from './pick-card.module.css';
import type { TextPart } from '../reasons/text-part';

export interface PickFactsProps {
  readonly recommendation: Recommendation;
  readonly friendName: string;
  readonly sent: SentLately;
  readonly reasons: readonly (readonly TextPart[])[];
}

/** The fit with its confidence, how likely they like it and know it, what was sent lately, and why. */
export function PickFacts({ recommendation, friendName, sent, reasons }: PickFactsProps): ReactNode {
  const { fit, chance, confidence, pKnows } = recommendation;
  return (
    <>
      <div className={`${classes['fit'] ?? ''} ${confidence === 'low' ? (classes['low'] ?? '') : ''}`}>
        <div className={classes['bar']} aria-hidden title={picksText.fitSpoken(cautiousPercent(fit))}>
          <div className={classes['fill']} style={{ width: `${String(cautiousPercent(fit))}%` }} />
        </div>
        <span>
          <strong>{fitWords(fit, confidence)}</strong>, {confidenceWords(confidence)}
          <VisuallyHidden>. {picksText.fitSpoken(cautiousPercent(fit))}.</VisuallyHidden>
        </span>
      </div>
      <div className={classes['facts']}>
        {chance === null || Number.isNaN(chance) ? null : (
          <span>{picksText.likesChance(likesWords(chance), inTen(chance))}</span>
        )}
        <span title={picksText.knowsPercent(cautiousPercent(pKnows))}>{knowsItWords(pKnows)}</span>
        <span>{picksText.sentThisWeek(sent.thisWeek, sent.cap)}</span>
        {sent.others.length === 0 ? null : <span>{picksText.sentToOthers(sent.others)}</span>}
      </div>
      <ul className={classes['reasons']}>
        {reasons.length === 0 ? (
          <li>{picksText.reason.none(friendName)}</li>
        ) : (
          reasons.map((parts) => (
            <li key={parts.map((part) => part.text).join('')}>
              <Words parts={parts} />
            </li>
          ))
        )}
      </ul>
    </>
  );
}

function Words({ parts }: { readonly parts: readonly TextPart[] }): ReactNode {
  return parts.map((part) =>
    part.emphasis ? <em key={part.text}>{part.text}</em> : <span key={part.text}>{part.text}</span>,
  );
}
