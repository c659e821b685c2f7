import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlayerPlay, IconStar } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import type { Item } from '../../domain/item';
import type { Recommendation } from '../../domain/recommendation';
import { nextText } from '../../text/next';
import { inTen } from '../../text/numbers';
import { picksText } from '../../text/picks';
import { Cover } from '../../ui/cover';
import { formatList, formatYear } from '../../ui/format';
import { KindLabel } from '../../ui/kind-label';
import { paths } from '../../ui/paths';
import { cautiousPercent, confidenceWords, fitWords, likesWords } from '../slate/cards/fit-words';
import classes from '../slate/cards/pick-card.module.css';
import type { TextPart } from '../slate/reasons/text-part';
import { QuietButton } from '../slate/cards/quiet-button';

/** The owner's answers to a suggestion for themselves. */
export type NextAnswer = 'start' | 'not-now' | 'not-for-me';

export interface NextCardProps {
  readonly recommendation: Recommendation;
  readonly item: Item;
  readonly reasons: readonly (readonly TextPart[])[];
  readonly onWhy: () => void;
  readonly onAnswer: (answer: NextAnswer) => void;
}

/** One item of the owner's backlog: its fit, the reasons, and buttons for every answer. */
export function NextCard({ recommendation, item, reasons, onWhy, onAnswer }: NextCardProps): ReactNode {
  const heading = useId();
  const { fit, confidence, chance } = recommendation;
  const percent = cautiousPercent(fit);
  const about = <VisuallyHidden>{nextText.about(item.title)}</VisuallyHidden>;
  return (
    // Focusable from code: an answer may remove the focused button.
    <article className={classes['card']} tabIndex={-1} aria-labelledby={heading} data-next={item.id}>
      <div className={classes['cover']}>
        <Cover item={item} size="medium" />
      </div>
      <div className={classes['body']}>
        <div>
          <h3 className={classes['title']} id={heading}>
            <a href={paths.item(item.id)}>{item.title}</a>
          </h3>
          <div className={classes['facts']}>
            <span>
              <KindLabel kind={item.kind} />
            </span>
            {item.creators.length === 0 ? null : <span>{formatList(item.creators.slice(0, 2))}</span>}
            {item.year === null ? null : <span>{formatYear(item.year)}</span>}
            {item.status === 'in-progress' ? <span>{nextText.begun}</span> : null}
            {item.status === 'wanted' ? <span>{nextText.wanted}</span> : null}
          </div>
        </div>
        <div className={`${classes['fit'] ?? ''} ${confidence === 'low' ? (classes['low'] ?? '') : ''}`}>
          <div className={classes['bar']} aria-hidden title={nextText.fitSpoken(percent)}>
            <div className={classes['fill']} style={{ width: `${String(percent)}%` }} />
          </div>
          <span>
            <strong>{fitWords(fit, confidence)}</strong>, {confidenceWords(confidence)}
            <VisuallyHidden>. {nextText.fitSpoken(percent)}.</VisuallyHidden>
          </span>
        </div>
        {chance === null || Number.isNaN(chance) ? null : (
          <div className={classes['facts']}>
            <span>{picksText.likesChance(likesWords(chance), inTen(chance))}</span>
          </div>
        )}
        <ul className={classes['reasons']}>
          {reasons.length === 0 ? (
            <li>{nextText.reason.none}</li>
          ) : (
            reasons.map((parts) => (
              <li key={parts.map((part) => part.text).join('')}>
                {parts.map((part) =>
                  part.emphasis ? <em key={part.text}>{part.text}</em> : <span key={part.text}>{part.text}</span>,
                )}
              </li>
            ))
          )}
        </ul>
        <div className={classes['actions']}>
          {item.status === 'in-progress' ? (
            <Button
              size="xs"
              mr={6}
              variant="light"
              component="a"
              href={paths.item(item.id)}
              leftSection={<IconStar size={16} aria-hidden />}
            >
              {nextText.sayHow}
              {about}
            </Button>
          ) : (
            <Button
              size="xs"
              mr={6}
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              onClick={() => {
                onAnswer('start');
              }}
            >
              {nextText.start}
              {about}
            </Button>
          )}
          <QuietButton opensDialog onClick={onWhy}>
            {picksText.why}
            {about}
          </QuietButton>
          <QuietButton
            onClick={() => {
              onAnswer('not-now');
            }}
          >
            {nextText.notNow}
            {about}
          </QuietButton>
          <QuietButton
            onClick={() => {
              onAnswer('not-for-me');
            }}
          >
            {nextText.notForMe}
            {about}
          </QuietButton>
        </div>
      </div>
    </article>
  );
}
