import { Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { type ItemId, OWNER_ID } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { Person } from '../../domain/person';
import type { Recommendation } from '../../domain/recommendation';
import { nextText } from '../../text/next';
import { focusNth } from '../../ui/focus-nth';
import { formatRating } from '../../ui/format';
import { BreakdownDialog } from '../slate/breakdown/breakdown-dialog';
import classes from '../slate/cards/card.module.css';
import type { PickContext } from '../slate/use-pick-context';
import type { PickQuestion } from '../../application/picks/pick-questions';
import { useAnswered } from '../slate/cards/use-answered';
import { useCardKeys } from '../slate/cards/use-card-keys';
import { type NextAnswer, NextCard } from './next-card';
import { ownReasonTexts } from './own-reason-text';

export interface NextListProps {
  readonly recommendations: readonly Recommendation[];
  readonly owner: Person;
  /** Builds the request for these picks: their breakdown is asked with the same one. */
  readonly question: PickQuestion | undefined;
  readonly context: PickContext;
}

/** The cards. A postponed or declined one disappears at once, and the one now in its place takes the focus. */
export function NextList({ recommendations, owner, question, context }: NextListProps): ReactNode {
  const { items, taste } = useServices();
  const run = useAction();
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<number | null>(null);
  const answered = useAnswered(recommendations);
  const [explaining, setExplaining] = useState<{ readonly item: Item; readonly place: number } | null>(null);
  const { itemsById, settings } = context;
  const shown = recommendations.flatMap((recommendation) => {
    const item = itemsById.get(recommendation.itemId);
    return item === undefined || answered.keys.has(item.id) ? [] : [{ recommendation, item }];
  });
  const order = shown.map(({ item }) => item.id).join(' ');

  useEffect(() => {
    if (focusNext.current === null) return;
    focusNth(list.current, 'article', focusNext.current);
    focusNext.current = null;
    // Only a new order of cards moves the focus, never a mere re-render.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [order]);

  const answer = (itemId: ItemId, place: number, given: NextAnswer): void => {
    if (given === 'start') {
      // The button disappears, the card stays.
      focusNth(list.current, 'article', place);
      void run(() => items.setStatus([itemId], 'in-progress'));
      return;
    }
    focusNext.current = place;
    answered.add(itemId);
    void run(() =>
      taste.recordTaste({ personId: OWNER_ID, itemId, type: given === 'not-now' ? 'postponed' : 'not-for-them' }),
    ).then((receipt) => {
      if (receipt === undefined) answered.clear();
    });
  };

  useCardKeys(list, (command, place) => {
    const item = shown[place]?.item;
    if (item === undefined) return;
    if (command === 'why') setExplaining({ item, place });
    else if (command === 'later') answer(item.id, place, 'not-now');
    else if (command === 'notForThem') answer(item.id, place, 'not-for-me');
  });

  return (
    <>
      <ol className={classes['list']} aria-label={nextText.listLabel} ref={list}>
        {shown.map(({ recommendation, item }, place) => (
          <li key={item.id}>
            <NextCard
              recommendation={recommendation}
              item={item}
              reasons={ownReasonTexts(recommendation.reasons, {
                item,
                itemsById,
                spellings: context.spellings,
                formatRating: (rating) => formatRating(rating, settings.ratingScale),
              })}
              onWhy={() => {
                setExplaining({ item, place });
              }}
              onAnswer={(given) => {
                answer(item.id, place, given);
              }}
            />
          </li>
        ))}
      </ol>
      <Text size="xs" c="dimmed" mt="sm" visibleFrom="xs">
        {nextText.shortcutHint}
      </Text>
      {explaining === null ? null : (
        <BreakdownDialog
          item={explaining.item}
          person={owner}
          itemsById={itemsById}
          question={question}
          onClose={() => {
            setExplaining(null);
            focusNth(list.current, 'article', explaining.place);
          }}
        />
      )}
    </>
  );
}
