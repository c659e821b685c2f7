import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCup, IconMoodEmpty } from '@tabler/icons-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { announce } from '../../app/announce';
import { markPicksShown } from '../../app/first-picks';
import { useLibrary } from '../../app/library-index';
import { useServices } from '../../app/services';
import { useLive } from '../../app/use-live';
import type { TasteEvent } from '../../domain/event';
import type { Person } from '../../domain/person';
import { picksText } from '../../text/picks';
import { EmptyState } from '../../ui/empty-state';
import { LoadingCards } from '../../ui/loading-cards';
import { paths } from '../../ui/paths';
import { dayState, sentInLastWeek } from './day-state';
import { EngineNotice } from './engine-notice';
import { PicksList } from './picks-list';
import { SlateError } from './slate-error';
import { movementSentence } from './slate-movement';
import type { PickContext } from './use-pick-context';
import { useRankingInputs } from './use-ranking-inputs';
import { recommendationKey, useSlate } from './use-slate';

const PICKS = 5;

/** Five picks for a friend; asked again whenever taste, exclusions, the library or the engine change. */
export function FriendPicks({ friend, events, context }: { readonly friend: Person; readonly events: readonly TasteEvent[]; readonly context: PickContext }): ReactNode {
  const { taste, recommender, library, clock } = useServices();
  const { items } = useLibrary(library);
  const profile = useLive(() => taste.profileOf(friend.id, clock()), [taste, friend.id, clock]);
  const { candidates, engineKey } = useRankingInputs();
  const [lookAnyway, setLookAnyway] = useState(false);
  const request = useCallback((signal: AbortSignal) => {
    if (profile === undefined) throw new Error(`picks asked before the profile was read (${engineKey})`);
    return recommender.picks({ profile, candidates, count: PICKS, now: clock() }, { signal });
  }, [recommender, profile, candidates, clock, engineKey]);
  const { slate, moved, error, retry } = useSlate(profile === undefined ? null : request);

  useEffect(() => { if (slate !== null) markPicksShown(); }, [slate]);
  useEffect(() => {
    if (moved.size === 0 || slate === null) return;
    const titles = new Map(slate.recommendations.map((pick) => [recommendationKey(pick), context.itemsById.get(pick.itemId)?.title ?? '']));
    announce(picksText.announceUpdated(friend.name, movementSentence(moved, (key) => titles.get(key) ?? '')));
    // Titles alone may change without anything having moved: only a new order is announced.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [moved]);

  if (items.length === 0) {
    return (
      <EmptyState icon={IconMoodEmpty} title={picksText.emptyLibraryTitle} actions={<Button component="a" href={paths.import}>{picksText.goToImport}</Button>}>
        {picksText.emptyLibrary}
      </EmptyState>
    );
  }
  if (error !== null) return <SlateError error={error} retry={retry} />;
  if (slate === null) return <PicksLoading />;
  const now = clock();
  const today = dayState(context.shares.filter((share) => share.personId === friend.id), events, now);
  if (today.done !== null && !lookAnyway) {
    return (
      <EmptyState icon={IconCup} title={picksText.doneTitle} actions={<Button variant="default" onClick={() => { setLookAnyway(true); }}>{picksText.lookAnyway}</Button>}>
        {today.done === 'shared' ? picksText.doneShared(friend.name, today.sharedToday) : picksText.doneHandled(friend.name)}
      </EmptyState>
    );
  }
  if (slate.recommendations.length === 0) {
    return <EmptyState icon={IconMoodEmpty} title={picksText.nothingTitle}>{picksText.nothing(friend.name)}</EmptyState>;
  }
  const sentLately = sentInLastWeek(context.shares, friend.id, now);
  const known = profile === undefined ? 0 : profile.events.length + profile.likedTags.length;
  return (
    <Stack gap="md" data-engine={slate.engine}>
      <Group justify="space-between" align="baseline">
        <Title order={2}>{picksText.heading(friend.name)}</Title>
        <Text size="sm" c="dimmed">{picksText.intro(friend.name, slate.eligibleCount)}</Text>
      </Group>
      <EngineNotice />
      {known >= 2 ? null : <Alert color="amber" title={picksText.fewKnownTitle(friend.name)}>{picksText.fewKnown(friend.name)}</Alert>}
      {sentLately < context.settings.weeklySendCap ? null : <Alert color="amber" title={picksText.overCapTitle}>{picksText.overCap(friend.name, sentLately)}</Alert>}
      <PicksList recommendations={slate.recommendations} moved={moved} context={context} subject="friend" label={picksText.listLabel(friend.name)} />
    </Stack>
  );
}

export function PicksLoading(): ReactNode {
  return <LoadingCards label={picksText.loading} height={190} />;
}
