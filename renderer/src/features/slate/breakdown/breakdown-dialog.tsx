import { Modal, Text } from '@mantine/core';
import { useCallback, type ReactNode } from 'react';
import { useServices } from '../../../app/context/services';
import { useAnswer } from '../../../app/context/use-answer';
import { AppError } from '../../../domain/errors';
import { type ItemId, OWNER_ID } from '../../../domain/ids';
import type { Item } from '../../../domain/item';
import type { Person } from '../../../domain/person';
import { breakdownText } from '../../../text/breakdown';
import { uiText } from '../../../text/ui';
import { LoadingCards } from '../../../ui/loading-cards';
import { BreakdownTable } from './breakdown-table';
import { SlateError } from '../slate-error';
import type { PickQuestion } from '../use-pick-question';

export interface BreakdownDialogProps {
  readonly item: Item;
  readonly person: Person;
  readonly itemsById: ReadonlyMap<ItemId, Item>;
  readonly question: PickQuestion | undefined;
  readonly onClose: () => void;
}

/** Why this thing for this friend, or for the owner, in full. */
export function BreakdownDialog({ item, person, itemsById, question, onClose }: BreakdownDialogProps): ReactNode {
  const { recommender } = useServices();
  const { id } = item;
  const name = person.id === OWNER_ID ? null : person.name;
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const picks = question?.(person) ?? null;
      if (picks === null) throw new AppError('not-found', breakdownText.nobody(name));
      return await recommender.breakdown({ ...picks, itemId: id }, { signal });
    },
    [recommender, question, person, name, id],
  );
  const { answer, error, retry } = useAnswer(question === undefined ? null : ask);
  return (
    <Modal
      opened
      onClose={onClose}
      title={breakdownText.title(item.title)}
      size="lg"
      returnFocus={false}
      closeButtonProps={{ 'aria-label': uiText.close }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {breakdownText.intro(name)}
      </Text>
      {body()}
    </Modal>
  );

  function body(): ReactNode {
    if (error !== null) return <SlateError error={error} retry={retry} title={breakdownText.errorTitle} />;
    if (answer === null) return <LoadingCards label={breakdownText.loading} height={56} />;
    return <BreakdownTable breakdown={answer} title={item.title} friendName={name} itemsById={itemsById} />;
  }
}
