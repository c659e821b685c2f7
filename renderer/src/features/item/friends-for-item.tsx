import { Stack, Text, Title } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { mayBeOffered } from '../../application/picks/candidates';
import { friendsForItem } from '../../application/picks/pick-questions';
import type { Item } from '../../domain/item';
import { picksText } from '../../text/picks';
import { EngineNotice } from '../slate/engine-notice';
import { PicksLoading } from '../slate/picks-loading';
import { PicksList } from '../slate/cards/picks-list';
import { SlateError } from '../slate/slate-error';
import { WhatMoved } from '../slate/movement/what-moved';
import { usePickContext } from '../slate/use-pick-context';
import { usePickQuestion } from '../slate/use-pick-question';
import { useRankingInputs } from '../slate/use-ranking-inputs';
import { useSlate } from '../slate/use-slate';

/** Who would love this: friends ranked for one item, with the same cards as a friend's picks. */
export function FriendsForItem({ item }: { readonly item: Item }): ReactNode {
  const { recommender } = useServices();
  const context = usePickContext();
  const inputs = useRankingInputs();
  const question = usePickQuestion(inputs);
  const { id, ownRating } = item;
  const offered = mayBeOffered(item);
  const asked = useMemo(
    () => (inputs === undefined || !offered ? null : friendsForItem(inputs, { id, ownRating })),
    [inputs, id, ownRating, offered],
  );
  const { slate, moved, error, retry } = useSlate(asked, ({ request }, signal) =>
    recommender.friendsForItem(request, { signal }),
  );
  return (
    <Stack gap="md" component="section" aria-labelledby="friends-for-item">
      <div>
        <Title order={2} id="friends-for-item">
          {picksText.friendsHeading}
        </Title>
        <Text size="sm" c="dimmed">
          {picksText.friendsIntro}
        </Text>
      </div>
      {context === undefined ? null : <WhatMoved people={[...context.friendsById.keys()]} context={context} />}
      {body()}
    </Stack>
  );

  function body(): ReactNode {
    if (!offered) return <Text c="dimmed">{picksText.notOffered}</Text>;
    if (inputs !== undefined && asked === null) return <Text c="dimmed">{picksText.friendsNone}</Text>;
    if (error !== null) return <SlateError error={error} retry={retry} />;
    if (slate === null || context === undefined) return <PicksLoading />;
    if (slate.recommendations.length === 0) return <Text c="dimmed">{picksText.friendsNobody}</Text>;
    return (
      <>
        <EngineNotice />
        <PicksList
          recommendations={slate.recommendations}
          moved={moved}
          context={context}
          question={question}
          subject="item"
          label={picksText.friendsHeading}
        />
      </>
    );
  }
}
