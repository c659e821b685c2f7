import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconCards, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useWindowState } from '../../app/context/window-state-context';
import { answersIn, isOver } from '../../application/friends/choice-session';
import type { FamousThings } from '../../application/friends/famous-things';
import type { RankingInputs } from '../../application/picks/pick-questions';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { Person } from '../../domain/person';
import { choicesText } from '../../text/choices';
import { EmptyState } from '../../ui/empty-state';
import { LoadingCards } from '../../ui/loading-cards';
import { goTo, paths } from '../../ui/paths';
import { useOneKey } from '../../ui/use-one-key';
import { SlateError } from '../slate/slate-error';
import { certaintyWords } from './certainty-words';
import { choiceCommand } from './choice-shortcuts';
import { PairCards } from './pair-cards';
import { useChoiceSitting } from './use-choice-sitting';

/** Two things, one key each, until twelve pairs were shown or the person stops. */
export function ChoiceSitting({
  friend,
  inputs,
  famous,
  thingOf,
}: {
  readonly friend: Person;
  readonly inputs: RankingInputs;
  readonly famous: FamousThings;
  readonly thingOf: (id: ItemId) => Item | undefined;
}): ReactNode {
  const sitting = useChoiceSitting(friend, inputs, famous, thingOf);
  const { session, pair, waiting, usedUp, certainty, error, retry, choose, back, more } = sitting;
  const over = isOver(session);
  const asking = !over && !usedUp && error === null && pair !== null;
  useOneKey(choiceCommand, (command) => {
    if (command === 'back') {
      if (session.steps.length === 0) return false;
      back();
      return true;
    }
    if (!asking) return false;
    // A key pressed while the next pair is being chosen is for no pair.
    if (!waiting) choose(command === 'skip' ? null : pair[command]);
    return true;
  });
  const [left, right] = pair === null ? [] : [thingOf(pair.left), thingOf(pair.right)];
  if (error !== null) return <SlateError error={error} retry={retry} title={choicesText.errorTitle} />;
  if (over || usedUp)
    return <SittingOver friend={friend} answers={answersIn(session)} usedUp={usedUp} onBack={back} onMore={more} />;
  if (left === undefined || right === undefined) return <LoadingCards label={choicesText.loading} height={240} />;
  const known = certaintyWords(certainty, friend.name);
  return (
    <Stack gap="lg">
      <div>
        <Group justify="space-between" mb={6}>
          <Text size="sm">{known}</Text>
          <Text size="sm" c="dimmed">
            {choicesText.progress(session.steps.length + 1, session.length)}
          </Text>
        </Group>
        <Progress.Root transitionDuration={200}>
          <Progress.Section value={100 * certainty} aria-label={choicesText.confidenceLabel} aria-valuetext={known} />
        </Progress.Root>
      </div>
      <PairCards left={left} right={right} waiting={waiting} onChoose={choose} />
      <Group justify="space-between">
        <Group gap="xs">
          <Button variant="default" disabled={session.steps.length === 0} onClick={back}>
            {choicesText.back}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              if (!waiting) choose(null);
            }}
          >
            {choicesText.skip}
          </Button>
        </Group>
        <Button component="a" href={paths.friend(friend.id)}>
          {choicesText.done}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {choicesText.keys}
        {left.inLibrary && right.inLibrary ? null : (
          <>
            <br />
            {choicesText.notYours}
          </>
        )}
      </Text>
    </Stack>
  );
}

function SittingOver({
  friend,
  answers,
  usedUp,
  onBack,
  onMore,
}: {
  readonly friend: Person;
  readonly answers: number;
  readonly usedUp: boolean;
  readonly onBack: () => void;
  readonly onMore: () => void;
}): ReactNode {
  const { pageCommands } = useWindowState();
  const first = useRef<HTMLButtonElement>(null);
  // The buttons that had the focus are gone.
  useEffect(() => {
    first.current?.focus();
  }, []);
  if (usedUp && answers === 0)
    return (
      <EmptyState
        icon={IconCards}
        title={choicesText.tooFewTitle}
        actions={
          <Button
            ref={first}
            onClick={() => {
              pageCommands.request('add-love');
              goTo(paths.friend(friend.id));
            }}
          >
            {choicesText.type}
          </Button>
        }
      >
        {choicesText.tooFew(friend.name)}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={IconCheck}
      title={choicesText.overTitle(answers)}
      actions={
        <>
          <Button
            ref={first}
            onClick={() => {
              goTo(paths.friend(friend.id));
            }}
          >
            {choicesText.toPicks(friend.name)}
          </Button>
          {usedUp ? null : (
            <Button variant="default" onClick={onMore}>
              {choicesText.more}
            </Button>
          )}
          <Button variant="default" onClick={onBack}>
            {choicesText.back}
          </Button>
        </>
      }
    >
      {answers === 0 ? choicesText.overNone : choicesText.over(friend.name)}
      {usedUp ? ` ${choicesText.usedUp(friend.name)}` : null}
    </EmptyState>
  );
}
