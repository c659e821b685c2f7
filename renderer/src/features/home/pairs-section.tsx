import { Button, Stack, Text, Title } from '@mantine/core';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useAnnounce } from '../../app/context/window-state-context';
import { useWindowState } from '../../app/context/window-state-context';
import { useServices } from '../../app/context/services';
import { friendPairs } from '../../application/picks/pick-questions';
import { recommendationKey } from '../../application/picks/slate-history';
import { homeText } from '../../text/home';
import { picksText } from '../../text/picks';
import { SENT_PER_DAY, sentToday } from '../../application/sharing/sent-lately';
import { EngineNotice } from '../slate/engine-notice';
import { PicksLoading } from '../slate/picks-loading';
import { PicksList } from '../slate/cards/picks-list';
import { SlateError } from '../slate/slate-error';
import { movementSentence } from '../slate/movement/movement-text';
import type { PickContext } from '../slate/use-pick-context';
import { usePickQuestion } from '../slate/use-pick-question';
import { useRankingInputs } from '../slate/use-ranking-inputs';
import { useSlate } from '../slate/use-slate';

/** Today's (thing, friend) pairs, with the same cards as a friend's picks. */
export function PairsSection({ context }: { readonly context: PickContext }): ReactNode {
  const { recommender, clock } = useServices();
  const announce = useAnnounce();
  const { firstPicks } = useWindowState();
  const inputs = useRankingInputs();
  const question = usePickQuestion(inputs);
  const [lookAnyway, setLookAnyway] = useState(false);
  const asked = useMemo(() => (inputs === undefined ? null : friendPairs(inputs)), [inputs]);
  const { slate, moved, error, retry } = useSlate(asked, ({ request }, signal) =>
    recommender.pairs(request, { signal }),
  );
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
    if (sentToday(context.shares, clock()) >= SENT_PER_DAY && !lookAnyway) {
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
    if (slate === null)
      return inputs !== undefined && asked === null ? <Text c="dimmed">{homeText.pairsNone}</Text> : <PicksLoading />;
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
