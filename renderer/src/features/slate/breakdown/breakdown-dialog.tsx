import { Modal, Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useServices } from '../../../app/context/services';
import { useAnswer } from '../../../app/context/use-answer';
import { breakdownQuestion, type PickQuestion } from '../../../application/picks/pick-questions';
import { AppError } from '../../../domain/errors';
import { type ItemId, OWNER_ID } from '../../../domain/ids';
import type { Item } from '../../../domain/item';
import type { Person } from '../../../domain/person';
import { breakdownText } from '../../../text/breakdown';
import { uiText } from '../../../text/ui';
import { LoadingCards } from '../../../ui/loading-cards';
import { BreakdownTable } from './breakdown-table';
import { SlateError } from '../slate-error';

export interface BreakdownDialogProps {
  readonly item: Item;
  readonly person: Person;
  readonly itemsById: ReadonlyMap<ItemId, Item>;
  readonly question: PickQuestion | undefined;
  readonly onClose: () => void;
}

/** The full breakdown of one item's score for a friend or the owner. */
export function BreakdownDialog({ item, person, itemsById, question, onClose }: BreakdownDialogProps): ReactNode {
  const { recommender } = useServices();
  const { id } = item;
  const name = person.id === OWNER_ID ? null : person.name;
  // Undefined = not read yet; null = no picks for this person, so nothing to explain.
  const picks = useMemo(() => question?.(person), [question, person]);
  const asked = useMemo(
    () => (picks === undefined || picks === null ? null : breakdownQuestion(picks, id)),
    [picks, id],
  );
  const { answer, error, retry } = useAnswer(asked, ({ request }, signal) =>
    recommender.breakdown(request, { signal }),
  );
  const problem = picks === null ? new AppError('not-found', breakdownText.nobody(name)) : error;
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
        {breakdownText.intro}
      </Text>
      {body()}
    </Modal>
  );

  function body(): ReactNode {
    if (problem !== null) return <SlateError error={problem} retry={retry} title={breakdownText.errorTitle} />;
    if (answer === null) return <LoadingCards label={breakdownText.loading} height={56} />;
    return <BreakdownTable breakdown={answer} title={item.title} friendName={name} itemsById={itemsById} />;
  }
}
