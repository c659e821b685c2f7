import { Modal, Text } from '@mantine/core';
import { useCallback, type ReactNode } from 'react';
import { useServices } from '../../app/services';
import { useAnswer } from '../../app/use-answer';
import { AppError } from '../../domain/errors';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { Person } from '../../domain/person';
import { breakdownText } from '../../text/breakdown';
import { uiText } from '../../text/ui';
import { LoadingCards } from '../../ui/loading-cards';
import { BreakdownTable } from './breakdown-table';
import { SlateError } from './slate-error';
import type { PickQuestion } from './use-pick-question';

export interface BreakdownDialogProps {
  readonly item: Item;
  readonly friend: Person;
  readonly itemsById: ReadonlyMap<ItemId, Item>;
  readonly question: PickQuestion | undefined;
  readonly onClose: () => void;
}

/** Why this thing for this friend, in full. */
export function BreakdownDialog({ item, friend, itemsById, question, onClose }: BreakdownDialogProps): ReactNode {
  const { recommender } = useServices();
  const { id } = item;
  const ask = useCallback(async (signal: AbortSignal) => {
    const picks = question?.(friend) ?? null;
    if (picks === null) throw new AppError('not-found', breakdownText.nobody(friend.name));
    return await recommender.breakdown({ ...picks, itemId: id }, { signal });
  }, [recommender, question, friend, id]);
  const { answer, error, retry } = useAnswer(question === undefined ? null : ask);
  return (
    <Modal opened onClose={onClose} title={breakdownText.title(item.title)} size="lg" returnFocus={false} closeButtonProps={{ 'aria-label': uiText.close }}>
      <Text size="sm" c="dimmed" mb="md">{breakdownText.intro(friend.name)}</Text>
      {body()}
    </Modal>
  );

  function body(): ReactNode {
    if (error !== null) return <SlateError error={error} retry={retry} title={breakdownText.errorTitle} />;
    if (answer === null) return <LoadingCards label={breakdownText.loading} height={56} />;
    return <BreakdownTable breakdown={answer} title={item.title} friendName={friend.name} itemsById={itemsById} />;
  }
}
