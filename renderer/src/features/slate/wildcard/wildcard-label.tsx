import { Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconDice5 } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { inHundred } from '../../../text/numbers';
import { picksText } from '../../../text/picks';
import { oddsWords } from '../cards/fit-words';
import type { WildcardFacts } from './wildcard-facts';
import classes from './wildcard-label.module.css';

/** Marks a recommendation as the wildcard; a button shows why there is one and with what probability it was drawn. */
export function WildcardLabel({
  facts,
  friendName,
}: {
  readonly facts: WildcardFacts | null;
  readonly friendName: string;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const details = useId();
  return (
    <div className={classes['wildcard']}>
      <div className={classes['line']}>
        <IconDice5 size={16} aria-hidden className={classes['icon']} />
        <span>{picksText.wildcard}</span>
        <UnstyledButton
          className={classes['more'] ?? ''}
          aria-expanded={open}
          aria-controls={details}
          onClick={() => {
            setOpen((last) => !last);
          }}
        >
          {picksText.wildcardHow}
          <IconChevronDown size={13} aria-hidden className={open ? (classes['up'] ?? '') : ''} />
        </UnstyledButton>
      </div>
      <Collapse expanded={open} id={details}>
        <p className={classes['details']}>
          {picksText.wildcardWhy(friendName)}{' '}
          {facts === null ? null : (
            <>
              {picksText.wildcardDraw(facts.pool)}{' '}
              {picksText.wildcardChance(oddsWords(facts.chance), inHundred(facts.chance))}
            </>
          )}
        </p>
      </Collapse>
    </div>
  );
}
