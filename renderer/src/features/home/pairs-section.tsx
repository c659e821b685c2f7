import { Button, Stack, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useAnnounce } from '../../app/context/window-state-context';
import { useWindowState } from '../../app/context/window-state-context';
import { useServices } from '../../app/context/services';
import { OWNER_ID } from '../../domain/ids';
import { homeText } from '../../text/home';
import { picksText } from '../../text/picks';
import { SENT_PER_DAY } from '../../application/sharing/day-state';
import { EngineNotice } from '../slate/engine-notice';
import { PicksLoading } from '../slate/picks-loading';
import { PicksList } from '../slate/cards/picks-list';
import { SlateError } from '../slate/slate-error';
import { movementSentence } from '../slate/movement/slate-movement';
import { useAllProfiles } from '../slate/use-all-profiles';
import type { PickContext } from '../slate/use-pick-context';
import { usePickQuestion } from '../slate/use-pick-question';
import { useRankingInputs } from '../slate/use-ranking-inputs';
import { recommendationKey, useSlate } from '../slate/use-slate';

const PAIRS = 5;

/** Today's (thing, friend) pairs, with the same cards as a friend's picks. */
export function PairsSection({ context }: { readonly context: PickContext }): ReactNode {
  const { recommender, clock } = useServices();
  const announce = useAnnounce();
  const { firstPicks } = useWindowState();
  const allProfiles = useAllProfiles();
  const profiles = useMemo(() => allProfiles?.filter(({ personId }) => personId !== OWNER_ID), [allProfiles]);
  const question = usePickQuestion();
  const { candidates, engineKey } = useRankingInputs();
  const [lookAnyway, setLookAnyway] = useState(false);
  const request = useCallback(
    (signal: AbortSignal) => {
      if (allProfiles === undefined || profiles === undefined)
        throw new Error(`pairs asked for before friends were read (${engineKey})`);
      return recommender.pairs({ profiles, candidates, count: PAIRS, others: allProfiles, now: clock() }, { signal });
    },
    [recommender, allProfiles, profiles, candidates, clock, engineKey],
  );
  const { slate, moved, error, retry } = useSlate(profiles === undefined || profiles.length === 0 ? null : request);
  useEffect(() => {
    if (slate !== null) firstPicks.markShown();
  }, [firstPicks, slate]);
  useEffect(() => {
    if (moved.size === 0 || slate === null) return;
    const names = new Map(
      slate.recommendations.map((pick) => [
        recommendationKey(pick),
        `${context.itemsById.get(pick.itemId)?.title ?? ''} (${picksText.forFriend(context.friendsById.get(pick.personId)?.name ?? '')})`,
      ]),
    );
    announce(homeText.updated(movementSentence(moved, (key) => names.get(key) ?? '')));
    // Only a new order is announced, not a new title.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [moved]);
  const midnight = new Date(clock()).setHours(0, 0, 0, 0);
  const sentToday = context.shares.filter((share) => share.sharedAt >= midnight).length;
  return (
    <Stack gap="md" component="section" aria-labelledby="pairs">
      <div>
        <Title order={2} id="pairs">
          {homeText.pairsHeading}
        </Title>
        <Text size="sm" c="dimmed">
          {homeText.pairsIntro}
        </Text>
      </div>
      {body()}
    </Stack>
  );

  function body(): ReactNode {
    if (error !== null) return <SlateError error={error} retry={retry} />;
    if (sentToday >= SENT_PER_DAY && !lookAnyway) {
      return (
        <Stack align="flex-start" gap="xs">
          <Text>{homeText.pairsDone}</Text>
          <Button
            variant="default"
            onClick={() => {
              setLookAnyway(true);
            }}
          >
            {picksText.lookAnyway}
          </Button>
        </Stack>
      );
    }
    if (slate === null) return profiles?.length === 0 ? <Text c="dimmed">{homeText.pairsNone}</Text> : <PicksLoading />;
    if (slate.recommendations.length === 0) return <Text c="dimmed">{homeText.pairsNone}</Text>;
    return (
      <>
        <EngineNotice />
        <PicksList
          recommendations={slate.recommendations}
          moved={moved}
          context={context}
          question={question}
          subject="pair"
          label={homeText.pairsLabel}
        />
      </>
    );
  }
}
