import { Button, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useWindowState } from '../../app/context/window-state-context';
import { useServices } from '../../app/context/services';
import { friendPairs } from '../../application/picks/pick-questions';
import { homeText } from '../../text/home';
import { picksText } from '../../text/picks';
import { SENT_PER_DAY, sentToday } from '../../application/sharing/sent-lately';
import { EngineNotice } from '../slate/engine-notice';
import { PicksLoading } from '../slate/picks-loading';
import { PicksList } from '../slate/cards/picks-list';
import { SlateError } from '../slate/slate-error';
import { movementSentence, namesByKey } from '../slate/movement/movement-text';
import { RankingNotice } from '../slate/ranking-notice';
import { useAnnounceMoved } from '../slate/movement/use-announce-moved';
import { WhatMoved } from '../slate/movement/what-moved';
import type { PickContext } from '../slate/use-pick-context';
import { usePickQuestion } from '../slate/use-pick-question';
import { useRankingInputs } from '../slate/use-ranking-inputs';
import { useSlate } from '../slate/use-slate';

/** Today's (thing, friend) pairs, with the same cards as a friend's picks. */
export function PairsSection({ context }: { readonly context: PickContext }): ReactNode {
  const { recommender, clock } = useServices();
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
  const { itemsById, friendsById } = context;
  const nameOf = namesByKey(slate, ({ itemId, personId }) => {
    const friend = picksText.forFriend(friendsById.get(personId)?.name ?? '');
    return `${itemsById.get(itemId)?.title ?? ''} (${friend})`;
  });
  useAnnounceMoved(moved, () => homeText.updated(movementSentence(moved, nameOf)));
  return (
    <Stack gap="md" component="section" aria-labelledby="pairs">
      <VisuallyHidden component="h2" id="pairs">
        {homeText.pairsHeading}
      </VisuallyHidden>
      <WhatMoved people={[...friendsById.keys()]} context={context} />
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
        <RankingNotice />
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
