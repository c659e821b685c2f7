import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { usePageCommand } from '../../app/context/use-page-command';
import { useServices } from '../../app/context/services';
import { useLive } from '../../app/context/use-live';
import type { TasteEvent } from '../../domain/event';
import type { PersonId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import { friendsText } from '../../text/friends';
import { sharesText } from '../../text/shares';
import { EmptyState } from '../../ui/empty-state';
import { formatRelative } from '../../ui/format';
import { LoadingCards } from '../../ui/loading-cards';
import { Page } from '../../ui/page';
import { paths } from '../../ui/paths';
import { type PickContext, usePickContext } from '../slate/use-pick-context';
import { PersonAvatar } from '../../ui/person-avatar';
import { AddFriend } from './add-friend';
import { friendSummary } from '../../application/friends/friend-summary';
import classes from './friends.module.css';

/** Every friend, with what is known, what was last sent, and which answers are open. */
export function FriendsPage(): ReactNode {
  const { people, taste } = useServices();
  const context = usePickContext();
  const [adding, setAdding] = useState(false);
  const [showArchived, setShowArchived] = useState(false);
  usePageCommand('new-friend', () => {
    setAdding(true);
  });
  const eventsByFriend = useLive(async () => {
    const friends = await people.friends({ includeArchived: true });
    const events = await Promise.all(
      friends.map(async (friend) => [friend.id, await taste.eventsOf(friend.id)] as const),
    );
    return new Map<PersonId, readonly TasteEvent[]>(events);
  }, [people, taste]);
  const addButton = (
    <Button
      leftSection={<IconUserPlus size={18} aria-hidden />}
      onClick={() => {
        setAdding(true);
      }}
    >
      {friendsText.add}
    </Button>
  );
  return (
    <Page title={friendsText.title} description={friendsText.intro} width="text" actions={addButton}>
      {context === undefined || eventsByFriend === undefined ? (
        <LoadingCards label={friendsText.loading} height={76} />
      ) : (
        body(context, eventsByFriend)
      )}
      {adding ? (
        <AddFriend
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </Page>
  );

  function body(known: PickContext, events: ReadonlyMap<PersonId, readonly TasteEvent[]>): ReactNode {
    const all = [...known.friendsById.values()].sort((a, b) => a.name.localeCompare(b.name));
    const current = all.filter((friend) => friend.archivedAt === null);
    const archived = all.filter((friend) => friend.archivedAt !== null);
    if (all.length === 0)
      return (
        <EmptyState icon={IconUsers} title={friendsText.emptyTitle}>
          {friendsText.empty}
        </EmptyState>
      );
    const row = (friend: Person): ReactNode => (
      <FriendRow key={friend.id} friend={friend} events={events.get(friend.id) ?? []} context={known} />
    );
    return (
      <>
        <ul className={classes['friends']}>{current.map(row)}</ul>
        {archived.length === 0 ? null : (
          <Button
            variant="subtle"
            color="gray"
            mt="lg"
            aria-expanded={showArchived}
            onClick={() => {
              setShowArchived(!showArchived);
            }}
          >
            {showArchived ? friendsText.hideArchived : friendsText.showArchived(archived.length)}
          </Button>
        )}
        {showArchived ? (
          <ul className={classes['friends']} aria-label={friendsText.archivedHeading}>
            {archived.map(row)}
          </ul>
        ) : null}
      </>
    );
  }
}

function FriendRow({
  friend,
  events,
  context,
}: {
  readonly friend: Person;
  readonly events: readonly TasteEvent[];
  readonly context: PickContext;
}): ReactNode {
  const { clock } = useServices();
  const { loves, nevers, tags, lastShare, pending } = friendSummary(friend, events, context.shares);
  const lastTitle = lastShare === null ? null : (context.itemsById.get(lastShare.itemId)?.title ?? sharesText.gone);
  return (
    <li className={classes['friend']}>
      <PersonAvatar name={friend.name} size="lg" />
      <div className={classes['body']}>
        <Group gap="sm" justify="space-between">
          <Anchor href={paths.friend(friend.id)} fw={600} size="lg" className={classes['name']}>
            {friend.name}
          </Anchor>
          {pending === 0 ? null : (
            <Badge variant="light" color="amber" tt="none">
              {friendsText.pending(pending)}
            </Badge>
          )}
        </Group>
        <Text size="sm">{friendsText.known(loves, nevers, tags)}</Text>
        <Text size="sm" c="dimmed">
          {lastShare === null || lastTitle === null
            ? friendsText.neverSent
            : friendsText.lastSent(lastTitle, formatRelative(lastShare.sharedAt, clock()))}
        </Text>
      </div>
    </li>
  );
}
