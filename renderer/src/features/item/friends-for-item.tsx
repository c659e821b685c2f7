import { Stack, Text, Title } from '@mantine/core';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { OWNER_ID } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { picksText } from '../../text/picks';
import { EngineNotice } from '../slate/engine-notice';
import { PicksLoading } from '../slate/picks-loading';
import { PicksList } from '../slate/cards/picks-list';
import { SlateError } from '../slate/slate-error';
import { useAllProfiles } from '../slate/use-all-profiles';
import { usePickContext } from '../slate/use-pick-context';
import { usePickQuestion } from '../slate/use-pick-question';
import { useRankingInputs } from '../slate/use-ranking-inputs';
import { useSlate } from '../slate/use-slate';

/** Who would love this: friends ranked for one item, with the same cards as a friend's picks. */
export function FriendsForItem({ item }: { readonly item: Item }): ReactNode {
  const { recommender, clock } = useServices();
  const context = usePickContext();
  const allProfiles = useAllProfiles();
  const profiles = useMemo(() => allProfiles?.filter(({ personId }) => personId !== OWNER_ID), [allProfiles]);
  const { candidates, engineKey } = useRankingInputs();
  const { id, ownRating } = item;
  const request = useCallback(
    (signal: AbortSignal) => {
      if (allProfiles === undefined || profiles === undefined)
        throw new Error(`friends asked for before they were read (${engineKey})`);
      return recommender.friendsForItem(
        { candidate: { itemId: id, ownRating }, profiles, candidates, others: allProfiles, now: clock() },
        { signal },
      );
    },
    [recommender, allProfiles, profiles, candidates, clock, id, ownRating, engineKey],
  );
  const question = usePickQuestion();
  const offered = item.inLibrary && !item.excludedFromPicks;
  const { slate, moved, error, retry } = useSlate(
    profiles === undefined || profiles.length === 0 || !offered ? null : request,
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
      {body()}
    </Stack>
  );

  function body(): ReactNode {
    if (!offered) return <Text c="dimmed">{picksText.notOffered}</Text>;
    if (profiles?.length === 0) return <Text c="dimmed">{picksText.friendsNone}</Text>;
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
