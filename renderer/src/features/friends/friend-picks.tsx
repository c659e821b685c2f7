import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCup, IconMoodEmpty } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useWindowState } from '../../app/context/window-state-context';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { isGuessForFriend } from '../../application/picks/evidence';
import type { TasteEvent } from '../../domain/event';
import type { Person } from '../../domain/person';
import { choicesText } from '../../text/choices';
import { picksText } from '../../text/picks';
import { EmptyState } from '../../ui/empty-state';
import { paths } from '../../ui/paths';
import { dayState, sentInLastWeek } from '../../application/sharing/sent-lately';
import { EngineNotice } from '../slate/engine-notice';
import { PicksList } from '../slate/cards/picks-list';
import { PicksLoading } from '../slate/picks-loading';
import { SlateError } from '../slate/slate-error';
import { movementSentence, namesByKey } from '../slate/movement/movement-text';
import { RankingNotice } from '../slate/ranking-notice';
import { useAnnounceMoved } from '../slate/movement/use-announce-moved';
import type { PickContext } from '../slate/use-pick-context';
import { usePickQuestion } from '../slate/use-pick-question';
import { useRankingInputs } from '../slate/use-ranking-inputs';
import { useSlate } from '../slate/use-slate';
import { WhatMoved } from '../slate/movement/what-moved';
import { WildcardShown } from '../slate/wildcard/wildcard-shown';

/** Five picks for a friend; asked again whenever taste, exclusions, dials, the library or the engine change. */
export function FriendPicks({
  friend,
  events,
  context,
}: {
  readonly friend: Person;
  readonly events: readonly TasteEvent[];
  readonly context: PickContext;
}): ReactNode {
  const { recommender, library, clock } = useServices();
  const { firstPicks, pageCommands } = useWindowState();
  const { items } = useLibrary(library);
  const question = usePickQuestion(useRankingInputs());
  const [lookAnyway, setLookAnyway] = useState(false);
  const { id, dials, name } = friend;
  const asked = useMemo(() => question?.({ id, dials }) ?? null, [question, id, dials]);
  const { slate, moved, error, retry } = useSlate(asked, ({ request }, signal) =>
    recommender.picks(request, { signal }),
  );
  const titleOf = namesByKey(slate, ({ itemId }) => context.itemsById.get(itemId)?.title ?? '');

  useEffect(() => {
    if (slate !== null) firstPicks.markShown();
  }, [firstPicks, slate]);
  useAnnounceMoved(moved, () => picksText.announceUpdated(name, movementSentence(moved, titleOf)));

  if (items.length === 0) {
    return (
      <EmptyState
        icon={IconMoodEmpty}
        title={picksText.emptyLibraryTitle}
        actions={
          <Button component="a" href={paths.import}>
            {picksText.goToImport}
          </Button>
        }
      >
        {picksText.emptyLibrary}
      </EmptyState>
    );
  }
  if (error !== null) return <SlateError error={error} retry={retry} />;
  if (slate === null) return <PicksLoading />;
  const now = clock();
  const today = dayState(
    context.shares.filter((share) => share.personId === id),
    events,
    now,
  );
  if (today.done !== null && !lookAnyway) {
    return (
      <EmptyState
        icon={IconCup}
        title={picksText.doneTitle}
        actions={
          <Button
            variant="default"
            onClick={() => {
              setLookAnyway(true);
            }}
          >
            {picksText.lookAnyway}
          </Button>
        }
      >
        {today.done === 'shared' ? picksText.doneShared(name, today.sharedToday) : picksText.doneHandled(name)}
      </EmptyState>
    );
  }
  if (slate.recommendations.length === 0) {
    return (
      <EmptyState icon={IconMoodEmpty} title={picksText.nothingTitle}>
        {picksText.nothing(name)}
      </EmptyState>
    );
  }
  const sentLately = sentInLastWeek(context.shares, id, now);
  return (
    <Stack gap="md" data-engine={slate.engine}>
      <Group justify="space-between" align="baseline">
        <Title order={2}>{picksText.heading(name)}</Title>
        <Text size="sm" c="dimmed">
          {picksText.intro(name, slate.eligibleCount)}{' '}
          {picksText.sentSentence(sentLately, context.settings.weeklySendCap)}
        </Text>
      </Group>
      <EngineNotice />
      <RankingNotice />
      {asked !== null && !isGuessForFriend(asked.request.profile) ? null : (
        <Alert color="amber" title={picksText.fewKnownTitle(name)}>
          {picksText.fewKnown(name)}
          <Group gap="xs" mt="xs">
            <Button
              size="xs"
              onClick={() => {
                pageCommands.request('add-love');
              }}
            >
              {picksText.fewKnownAction(name)}
            </Button>
            <Button size="xs" variant="default" component="a" href={paths.choices(id)}>
              {choicesText.open}
            </Button>
          </Group>
        </Alert>
      )}
      {sentLately < context.settings.weeklySendCap ? null : (
        <Alert color="amber" title={picksText.overCapTitle}>
          {picksText.overCap(name, sentLately)}
        </Alert>
      )}
      <WhatMoved people={[id]} context={context} moved={moved} titleOf={titleOf} />
      <PicksList
        recommendations={slate.recommendations}
        moved={moved}
        context={context}
        question={question}
        wildcard={slate.wildcard}
        subject="friend"
        label={picksText.listLabel(name)}
      />
      <WildcardShown slate={slate} personId={id} />
    </Stack>
  );
}
