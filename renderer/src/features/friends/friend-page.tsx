import { ActionIcon, Alert, Anchor, Button, Group, Menu, Stack, Text, Title } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconCards,
  IconDots,
  IconHistory,
  IconPencil,
  IconTrash,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useLive } from '../../app/context/use-live';
import type { TasteEvent } from '../../domain/event';
import { personId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import { choicesText } from '../../text/choices';
import { friendsText } from '../../text/friends';
import { historyText } from '../../text/history';
import { useConfirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { goTo, paths } from '../../ui/paths';
import { PicksLoading } from '../slate/picks-loading';
import { FriendPicks } from './friend-picks';
import { type PickContext, usePickContext } from '../slate/use-pick-context';
import { filterShares } from '../../application/sharing/filter-shares';
import { ShareList } from '../slate/sharing/share-list';
import { HistoryDialog } from '../slate/history/history-dialog';
import { PersonDials } from '../slate/dials/person-dials';
import { FriendForm } from './friend-form';
import { FriendTastes } from './friend-tastes';
import { LearnedWeights } from './learned-weights';

/** One friend: picks first, then what is known and was learned of their taste, then what was sent and how it went. */
export function FriendPage({ id }: { readonly id: string }): ReactNode {
  const { people, taste } = useServices();
  const friendId = personId(id);
  const context = usePickContext();
  // Null = read, and not there; undefined = not read yet.
  const friend = useLive(async () => (await people.byId(friendId)) ?? null, [people, friendId]);
  const events = useLive(() => taste.eventsOf(friendId), [taste, friendId]);
  if (friend === null || friend?.isOwner === true) {
    return (
      <Page title={friendsText.title}>
        <EmptyState
          icon={IconUserQuestion}
          title={friendsText.notFoundTitle}
          actions={
            <Button component="a" href={paths.friends}>
              {friendsText.backToFriends}
            </Button>
          }
        >
          {friendsText.notFound}
        </EmptyState>
      </Page>
    );
  }
  if (friend === undefined || events === undefined || context === undefined)
    return (
      <Page title={friend?.name ?? friendsText.title} width="text">
        <PicksLoading />
      </Page>
    );
  // Keyed: state of one friend's page (an open editor, "look anyway") must not carry over to the next.
  return <LoadedFriend key={friend.id} friend={friend} events={events} context={context} />;
}

function LoadedFriend({
  friend,
  events,
  context,
}: {
  readonly friend: Person;
  readonly events: readonly TasteEvent[];
  readonly context: PickContext;
}): ReactNode {
  const sent = filterShares(context.shares, { personId: friend.id, outcome: null });
  const archived = friend.archivedAt !== null;
  const hasLibrary = [...context.itemsById.values()].some((item) => item.inLibrary);
  return (
    <Page title={friend.name} description={friend.note} width="text" actions={<FriendActions friend={friend} />}>
      <Stack gap={44}>
        {archived ? (
          <Alert color="gray">{friendsText.archivedNotice(friend.name)}</Alert>
        ) : (
          <Stack gap="sm">
            {hasLibrary ? <PersonDials person={friend} name={friend.name} /> : null}
            <FriendPicks friend={friend} events={events} context={context} />
          </Stack>
        )}
        <FriendTastes friend={friend} events={events} itemsById={context.itemsById} />
        {archived ? null : <LearnedWeights friend={friend} />}
        <section aria-labelledby="shared-with">
          <Title order={2} id="shared-with" mb="xs">
            {friendsText.sharedHeading}
          </Title>
          {sent.length === 0 ? (
            <Text c="dimmed">{friendsText.nothingShared(friend.name)}</Text>
          ) : (
            <ShareList shares={sent} context={context} showFriend={false} />
          )}
        </section>
        <Anchor href={paths.friends} size="sm">
          {friendsText.backToFriends}
        </Anchor>
      </Stack>
    </Page>
  );
}

function FriendActions({ friend }: { readonly friend: Person }): ReactNode {
  const { people } = useServices();
  const run = useAction();
  const { dialog, ask } = useConfirm();
  const [editing, setEditing] = useState(false);
  const [lookingBack, setLookingBack] = useState(false);
  const archived = friend.archivedAt !== null;
  const forget = async (): Promise<void> => {
    const sure = await ask({
      title: friendsText.forgetTitle(friend.name),
      message: friendsText.forgetBody(friend.name),
      confirmLabel: friendsText.forgetConfirm,
    });
    if (!sure) return;
    const receipt = await run(() => people.moveToTrash(friend.id));
    if (receipt !== undefined) goTo(paths.friends);
  };
  return (
    <Group gap="xs">
      {archived ? null : (
        <Button
          component="a"
          href={paths.choices(friend.id)}
          variant="default"
          leftSection={<IconCards size={16} aria-hidden />}
        >
          {choicesText.open}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => {
          setEditing(true);
        }}
      >
        {friendsText.edit}
      </Button>
      <Menu withInitialFocusPlaceholder={false} position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={friendsText.moreActions(friend.name)}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={archived ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />}
            onClick={() => {
              void run(() => (archived ? people.unarchiveFriend(friend.id) : people.archiveFriend(friend.id)));
            }}
          >
            {archived ? friendsText.unarchive : friendsText.archive}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconHistory size={16} aria-hidden />}
            onClick={() => {
              setLookingBack(true);
            }}
          >
            {historyText.open}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => {
              void forget();
            }}
          >
            {friendsText.forget}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
      {lookingBack ? (
        <HistoryDialog
          subject={{ type: 'person', id: friend.id }}
          title={friend.name}
          onClose={() => {
            setLookingBack(false);
          }}
        />
      ) : null}
      {editing ? (
        <FriendForm
          friend={friend}
          onClose={() => {
            setEditing(false);
          }}
          onSubmit={async ({ name, likedTags, avoidedTags, email, note }) => {
            const receipt = await run(() =>
              people.editFriend(friend.id, { name, likedTags, avoidedTags, email, note }),
            );
            return receipt !== undefined;
          }}
        />
      ) : null}
    </Group>
  );
}
