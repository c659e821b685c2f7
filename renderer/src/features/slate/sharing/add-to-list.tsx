import { Button, Menu } from '@mantine/core';
import { IconPlaylistAdd, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../../app/context/services';
import { useAction } from '../../../app/context/use-action';
import { useDraft } from '../../../app/context/use-draft';
import { useLive } from '../../../app/context/use-live';
import type { ItemId } from '../../../domain/ids';
import type { RecommendationList } from '../../../domain/recommendation-list';
import { listsText } from '../../../text/lists';
import { ListDialog, NO_LIST_WORDS } from '../../../ui/list-dialog';

export interface AddToListProps {
  readonly itemIds: readonly ItemId[];
  readonly disabled?: boolean;
  readonly variant?: 'light' | 'default' | 'subtle';
  readonly size?: 'xs' | 'sm';
  /** Called once the items are in the list. */
  readonly onAdded?: () => void;
}

/** A button with a menu of the lists; the last entry makes a new one. */
export function AddToList({
  itemIds,
  disabled = false,
  variant = 'light',
  size = 'sm',
  onAdded,
}: AddToListProps): ReactNode {
  const { lists: repository } = useServices();
  const run = useAction();
  const lists = useLive(() => repository.all(), [repository]);
  const [naming, setNaming] = useState(false);
  const draft = useDraft('new list', NO_LIST_WORDS);
  const add = async (list: RecommendationList): Promise<void> => {
    const receipt = await run(() => repository.addItems(list.id, itemIds));
    if (receipt !== undefined) onAdded?.();
  };
  const create = async (title: string, description: string): Promise<void> => {
    const receipt = await run(() => repository.createList({ title, description, itemIds }));
    if (receipt === undefined) return;
    draft.discard();
    setNaming(false);
    onAdded?.();
  };
  return (
    <>
      <Menu withInitialFocusPlaceholder={false} shadow="md" position="bottom-start">
        <Menu.Target>
          <Button
            variant={variant}
            size={size}
            disabled={disabled || itemIds.length === 0}
            leftSection={<IconPlaylistAdd size={16} aria-hidden />}
          >
            {listsText.addToList}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {(lists ?? []).map((list) => {
            const complete = itemIds.every((id) => list.entries.some((entry) => entry.itemId === id));
            return (
              <Menu.Item
                key={list.id}
                disabled={complete}
                rightSection={complete ? listsText.alreadyIn : null}
                onClick={() => {
                  void add(list);
                }}
              >
                {list.title}
              </Menu.Item>
            );
          })}
          {lists === undefined || lists.length === 0 ? null : <Menu.Divider />}
          <Menu.Item
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              setNaming(true);
            }}
          >
            {listsText.newListNamed}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming ? (
        <ListDialog
          title={listsText.createTitle}
          submitLabel={listsText.createAction}
          draft={draft}
          onClose={() => {
            setNaming(false);
          }}
          onSubmit={(title, description) => {
            void create(title, description);
          }}
        />
      ) : null}
    </>
  );
}
