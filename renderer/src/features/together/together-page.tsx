import { Button, Stack, Text, Title } from '@mantine/core';
import { IconMoodEmpty, IconUsersGroup } from '@tabler/icons-react';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useRemembered } from '../../app/context/use-remembered';
import { useAnnounce, useWindowState } from '../../app/context/window-state-context';
import { byFallingScore } from '../../application/picks/best-first';
import { groupPicks, MIN_GROUP } from '../../application/picks/pick-questions';
import { deciders, type GroupChoice } from '../../application/picks/group-choice';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { useAnswer } from '../../app/context/use-answer';
import { OWNER_ID, type PersonId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import { joinNames } from '../../text/picks';
import { togetherText } from '../../text/together';
import { EmptyState } from '../../ui/empty-state';
import { LoadingCards } from '../../ui/loading-cards';
import { Page } from '../../ui/page';
import { paths } from '../../ui/paths';
import { EngineNotice } from '../slate/engine-notice';
import { SlateError } from '../slate/slate-error';
import { useRankingInputs } from '../slate/use-ranking-inputs';
import { type PickContext, usePickContext } from '../slate/use-pick-context';
import { PeopleChoice } from './people-choice';
import { RuleChoice } from './rule-choice';
import { TogetherPicks } from './together-picks';

/** Things for two or more people at once, by a rule they choose. */
export function TogetherPage(): ReactNode {
  const { library } = useServices();
  const { items } = useLibrary(library);
  const context = usePickContext();
  return (
    <Page title={togetherText.title} description={togetherText.intro} width="text">
      {body()}
    </Page>
  );

  function body(): ReactNode {
    if (context === undefined) return <LoadingCards label={togetherText.loading} height={120} />;
    const friends = [...context.friendsById.values()]
      .filter((friend) => friend.archivedAt === null)
      .sort((a, b) => a.name.localeCompare(b.name));
    if (friends.length === 0) {
      return (
        <EmptyState
          icon={IconUsersGroup}
          title={togetherText.noFriendsTitle}
          actions={
            <Button component="a" href={paths.friends}>
              {togetherText.toFriends}
            </Button>
          }
        >
          {togetherText.noFriends}
        </EmptyState>
      );
    }
    if (items.length === 0) {
      return (
        <EmptyState
          icon={IconMoodEmpty}
          title={togetherText.emptyLibraryTitle}
          actions={
            <Button component="a" href={paths.import}>
              {togetherText.toImport}
            </Button>
          }
        >
          {togetherText.emptyLibrary}
        </EmptyState>
      );
    }
    return <Decision friends={friends} context={context} />;
  }
}

function Decision({
  friends,
  context,
}: {
  readonly friends: readonly Person[];
  readonly context: PickContext;
}): ReactNode {
  const [choice, choose] = useRemembered(useWindowState().groupChoice);
  const people = useMemo(() => deciders(choice.people, friends), [choice.people, friends]);
  return (
    <Stack gap="lg">
      <PeopleChoice
        friends={friends}
        chosen={people}
        onChange={(chosen) => {
          choose({ ...choice, people: chosen });
        }}
      />
      <RuleChoice
        rule={choice.rule}
        onChange={(rule) => {
          choose({ ...choice, rule });
        }}
      />
      {people.length < MIN_GROUP ? (
        <Text c="dimmed">{togetherText.chooseTwo}</Text>
      ) : (
        <Answer people={people} rule={choice.rule} context={context} />
      )}
    </Stack>
  );
}

function Answer({
  people,
  rule,
  context,
}: {
  readonly people: readonly PersonId[];
  readonly rule: GroupChoice['rule'];
  readonly context: PickContext;
}): ReactNode {
  const { recommender } = useServices();
  const announce = useAnnounce();
  const inputs = useRankingInputs();
  const profilesById = useMemo(
    () => new Map((inputs?.profiles ?? []).map((profile) => [profile.personId, profile])),
    [inputs],
  );
  const asked = useMemo(() => (inputs === undefined ? null : groupPicks(inputs, people, rule)), [inputs, people, rule]);
  const {
    answer: unsorted,
    waiting,
    error,
    retry,
  } = useAnswer(asked, ({ request }, signal) => recommender.together(request, { signal }));
  const answer = useMemo(() => unsorted?.toSorted(byFallingScore) ?? null, [unsorted]);

  const names = joinNames([
    ...people.filter((id) => id !== OWNER_ID).map(nameOf),
    ...(people.includes(OWNER_ID) ? [togetherText.youInside] : []),
  ]);
  const [first] = answer ?? [];
  const firstTitle = first === undefined ? undefined : context.itemsById.get(first.itemId)?.title;
  useEffect(() => {
    if (answer !== null && firstTitle !== undefined) announce(togetherText.answered(answer.length, names, firstTitle));
    // Only a new answer is announced, not a new name or title.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [answer]);

  return (
    <Stack gap="md" component="section" aria-labelledby="together-answer" mt="xs">
      <div>
        <Title order={2} id="together-answer">
          {togetherText.heading(names)}
        </Title>
        <Text size="sm" c="dimmed">
          {togetherText.order[rule]}
        </Text>
      </div>
      {body()}
    </Stack>
  );

  function nameOf(id: PersonId): string {
    return id === OWNER_ID ? togetherText.you : (context.friendsById.get(id)?.name ?? '');
  }

  function body(): ReactNode {
    if (error !== null) return <SlateError error={error} retry={retry} />;
    if (answer === null) return <LoadingCards label={togetherText.loading} height={140} />;
    if (answer.length === 0)
      return waiting ? (
        <LoadingCards label={togetherText.loading} height={140} />
      ) : (
        <EmptyState icon={IconMoodEmpty} title={togetherText.nothingTitle}>
          {togetherText.nothing}
        </EmptyState>
      );
    return (
      <>
        <EngineNotice />
        <TogetherPicks
          picks={answer}
          rule={rule}
          waiting={waiting}
          context={context}
          profilesById={profilesById}
          nameOf={nameOf}
          label={togetherText.listLabel(names)}
        />
      </>
    );
  }
}
