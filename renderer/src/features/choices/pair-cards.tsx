import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { choicesText } from '../../text/choices';
import { Cover } from '../../ui/cover';
import { ItemFacts } from '../slate/cards/item-facts';
import classes from './choices.module.css';

export interface PairCardsProps {
  readonly left: Item;
  readonly right: Item;
  /** The next pair is being chosen. */
  readonly waiting: boolean;
  readonly onChoose: (chosen: ItemId) => void;
}

/** Two things side by side, each a button. The same two buttons for every pair, so that the focus stays. */
export function PairCards({ left, right, waiting, onChoose }: PairCardsProps): ReactNode {
  const card = (item: Item, keys: string): ReactNode => (
    <UnstyledButton
      className={classes['thing'] ?? ''}
      aria-disabled={waiting}
      onClick={() => {
        if (!waiting) onChoose(item.id);
      }}
    >
      <Cover item={item} size="medium" />
      <span className={classes['title']}>{item.title}</span>
      <ItemFacts item={item} />
      <span className={classes['key']} aria-hidden>
        {keys}
      </span>
    </UnstyledButton>
  );
  return (
    <fieldset aria-label={choicesText.pairLabel(left.title, right.title)} className={classes['pair']}>
      {card(left, '← 1')}
      {card(right, '→ 2')}
    </fieldset>
  );
}
