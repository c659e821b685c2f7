import { ActionIcon, Anchor, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useDraft } from '../../app/context/use-draft';
import { usePageCommand } from '../../app/context/use-page-command';
import type { TasteEvent, TasteEventType } from '../../domain/event';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { Person } from '../../domain/person';
import { friendsText } from '../../text/friends';
import { pasteText } from '../../text/paste';
import { sharesText } from '../../text/shares';
import { Cover } from '../../ui/cover';
import { paths } from '../../ui/paths';
import { TagsInput } from '../../ui/tags-input';
import { NOTHING_TYPED } from '../../ui/typed-item';
import { knownTaste } from '../../application/friends/friend-summary';
import classes from './friends.module.css';
import { KnownItemPicker } from './known-item-picker';

export interface FriendTastesProps {
  readonly friend: Person;
  readonly events: readonly TasteEvent[];
  readonly itemsById: ReadonlyMap<ItemId, Item>;
}

/** Everything known of a friend's taste, each piece removable: the picks follow at once. */
export function FriendTastes({ friend, events, itemsById }: FriendTastesProps): ReactNode {
  const { people, taste } = useServices();
  const run = useAction();
  const typedLove = useDraft(`love of ${friend.id}`, NOTHING_TYPED);
  const typedNever = useDraft(`never of ${friend.id}`, NOTHING_TYPED);
  const loveField = useRef<HTMLInputElement>(null);
  usePageCommand('add-love', () => {
    loveField.current?.focus();
  });
  const { loves, nevers, others } = knownTaste(events);
  const record = (itemId: ItemId, type: TasteEventType): void => {
    void run(() => taste.recordTaste({ personId: friend.id, itemId, type }));
  };
  const rows = (list: readonly TasteEvent[]): ReactNode =>
    list.map((event) => <TasteRow key={event.id} event={event} item={itemsById.get(event.itemId)} />);
  return (
    <Stack gap="md" component="section" aria-labelledby="tastes">
      <Title order={2} id="tastes">
        {friendsText.tastes(friend.name)}
      </Title>
      <div className={classes['columns']}>
        <div>
          <Title order={3}>{friendsText.loves}</Title>
          {loves.length === 0 ? (
            <Text c="dimmed" size="sm" my={8}>
              {friendsText.noLoves}
            </Text>
          ) : (
            <ul className={classes['tastes']}>{rows(loves)}</ul>
          )}
          <KnownItemPicker
            label={friendsText.addLove}
            field={loveField}
            placeholder={friendsText.pickerShort}
            typed={typedLove.value}
            onTyped={(typed) => {
              typedLove.change(() => typed);
            }}
            onPick={({ id }) => {
              record(id, 'loved');
            }}
          />
          <Anchor size="sm" href={paths.pasteLoves(friend.id)} display="inline-block" mt={6}>
            {pasteText.openLoves}
          </Anchor>
        </div>
        <div>
          <Title order={3}>{friendsText.nevers}</Title>
          {nevers.length === 0 ? (
            <Text c="dimmed" size="sm" my={8}>
              {friendsText.noNevers}
            </Text>
          ) : (
            <ul className={classes['tastes']}>{rows(nevers)}</ul>
          )}
          <KnownItemPicker
            label={friendsText.addNever}
            placeholder={friendsText.pickerShort}
            typed={typedNever.value}
            onTyped={(typed) => {
              typedNever.change(() => typed);
            }}
            onPick={({ id }) => {
              record(id, 'never-again');
            }}
          />
        </div>
        <TagsInput
          label={friendsText.likedTags}
          placeholder={friendsText.likedTagsPlaceholder}
          value={friend.likedTags}
          onChange={(likedTags) => {
            void run(() => people.editFriend(friend.id, { likedTags }), { quiet: true });
          }}
        />
        <TagsInput
          label={friendsText.avoidedTags}
          placeholder={friendsText.avoidedTagsPlaceholder}
          value={friend.avoidedTags}
          onChange={(avoidedTags) => {
            void run(() => people.editFriend(friend.id, { avoidedTags }), { quiet: true });
          }}
        />
      </div>
      {others.length === 0 ? null : (
        <div>
          <Title order={3}>{friendsText.answers}</Title>
          <ul className={classes['tastes']}>{rows(others)}</ul>
        </div>
      )}
    </Stack>
  );
}

function TasteRow({ event, item }: { readonly event: TasteEvent; readonly item: Item | undefined }): ReactNode {
  const { taste } = useServices();
  const run = useAction();
  const title = item?.title ?? sharesText.gone;
  const label = friendsText.removeTaste(title);
  return (
    <li className={classes['taste']}>
      {item === undefined ? null : <Cover item={item} />}
      <div className={classes['words']}>
        {item === undefined ? title : <a href={paths.item(item.id)}>{title}</a>}
        <Text size="xs" c="dimmed">
          {friendsText.eventLabel[event.type]}
        </Text>
      </div>
      <Tooltip label={friendsText.takeBack}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={label}
          onClick={() => {
            void run(() => taste.removeEvent(event.id));
          }}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
