import { ActionIcon, Button, Group, Menu, Text, Textarea } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useServices } from '../../../app/context/services';
import { useAction } from '../../../app/context/use-action';
import { useDraft } from '../../../app/context/use-draft';
import type { Item } from '../../../domain/item';
import type { Person } from '../../../domain/person';
import type { Share } from '../../../domain/share';
import { sharesText } from '../../../text/shares';
import { Cover } from '../../../ui/cover';
import { formatRelative } from '../../../ui/format';
import { paths } from '../../../ui/paths';
import { OutcomeButtons } from './outcome-buttons';
import classes from './share-row.module.css';

export interface ShareRowProps {
  readonly share: Share;
  readonly item: Item | undefined;
  readonly friend: Person | undefined;
  readonly showFriend: boolean;
  readonly showNote: boolean;
}

/** One share: item, friend, time, note and outcome. */
export function ShareRow({ share, item, friend, showFriend, showNote }: ShareRowProps): ReactNode {
  const { shares, clock } = useServices();
  const run = useAction();
  /** Null while the note is not being edited. */
  const editing = useDraft<string | null>(`note of share ${share.id}`, null);
  const draft = editing.value;
  const title = item?.title ?? sharesText.gone;
  const name = friend?.name ?? sharesText.somebody;
  const when = formatRelative(share.sharedAt, clock());
  const via = sharesText.via[share.via];
  const save = async (note: string): Promise<void> => {
    const receipt = await run(() => shares.editNote(share.id, note.trim()));
    if (receipt !== undefined) editing.discard();
  };
  return (
    <li className={classes['row']}>
      {item === undefined ? null : <Cover item={item} />}
      <div className={classes['body']}>
        <div className={classes['head']}>
          <div style={{ minWidth: 0 }}>
            {item === undefined ? (
              <Text fw={600}>{title}</Text>
            ) : (
              <a className={classes['title']} href={paths.item(item.id)}>
                {title}
              </a>
            )}
            <Text size="sm" c="dimmed">
              {showFriend ? sharesText.sentTo(name, via, when) : sharesText.sent(via, when)}
            </Text>
          </div>
          {showNote ? (
            <Menu withInitialFocusPlaceholder={false} position="bottom-end" shadow="md">
              <Menu.Target>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`${sharesText.editNote}, ${sharesText.deleteShare}: ${title}`}
                >
                  <IconDots size={18} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconPencil size={16} aria-hidden />}
                  onClick={() => {
                    editing.change(() => share.note);
                  }}
                >
                  {sharesText.editNote}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconTrash size={16} aria-hidden />}
                  onClick={() => {
                    void run(() => shares.moveToTrash(share.id));
                  }}
                >
                  {sharesText.deleteShare}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          ) : null}
        </div>
        {showNote && draft === null && share.note !== '' ? (
          <Text className={classes['note']} size="sm" lineClamp={3}>
            {share.note}
          </Text>
        ) : null}
        {draft === null ? null : (
          <>
            <Textarea
              aria-label={sharesText.noteLabel(title)}
              value={draft}
              autosize
              minRows={2}
              maxRows={8}
              onChange={(event) => {
                const typed = event.currentTarget.value;
                editing.change(() => typed);
              }}
            />
            <Group gap="xs">
              <Button
                size="compact-sm"
                onClick={() => {
                  void save(draft);
                }}
              >
                {sharesText.saveNote}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => {
                  editing.discard();
                }}
              >
                {sharesText.cancel}
              </Button>
            </Group>
          </>
        )}
        <OutcomeButtons share={share} title={title} friendName={name} />
      </div>
    </li>
  );
}
