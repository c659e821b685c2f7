import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlayerPlay, IconStar } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import type { Item } from '../../domain/item';
import type { Recommendation } from '../../domain/recommendation';
import { nextText } from '../../text/next';
import { picksText } from '../../text/picks';
import { Cover } from '../../ui/cover';
import { paths } from '../../ui/paths';
import classes from '../slate/cards/card.module.css';
import { FitLine } from '../slate/cards/fit-line';
import { ItemFacts } from '../slate/cards/item-facts';
import { QuietButton } from '../slate/cards/quiet-button';
import { ReasonList } from '../slate/cards/reason-list';
import type { TextPart } from '../slate/reasons/text-part';

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
          <ItemFacts item={item}>
            {item.status === 'in-progress' ? <span>{nextText.begun}</span> : null}
            {item.status === 'wanted' ? <span>{nextText.wanted}</span> : null}
          </ItemFacts>
        </div>
        <FitLine recommendation={recommendation} />
        <ReasonList reasons={reasons} />
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
