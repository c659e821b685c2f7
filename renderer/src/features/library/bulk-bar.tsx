import { Button, Group, Menu, Modal, Text } from '@mantine/core';
import { IconArrowMerge, IconChevronDown, IconTags, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useBulkAction } from '../../app/context/use-bulk-action';
import { useDraft } from '../../app/context/use-draft';
import type { ItemId } from '../../domain/ids';
import { ITEM_STATUSES } from '../../domain/item-values';
import { libraryText, statusNames } from '../../text/library';
import { twinsText } from '../../text/twins';
import { uiText } from '../../text/ui';
import type { RatingScale } from '../../ui/format';
import { paths } from '../../ui/paths';
import { RatingInput } from '../../ui/rating-input';
import { TagsInput } from '../../ui/tags-input';
import { AddToList } from '../slate/sharing/add-to-list';
import classes from './bulk-bar.module.css';

export interface BulkBarProps {
  readonly ids: readonly ItemId[];
  readonly scale: RatingScale;
  readonly knownTags: readonly string[];
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  readonly onTrash: () => void;
}

const NO_TAGS: readonly string[] = [];

/** What can be done with several things at once. Tags are additive: nothing else is touched. */
export function BulkBar({ ids, scale, knownTags, onSelectAll, onClear, onTrash }: BulkBarProps): ReactNode {
  const { items } = useServices();
  const runBulk = useBulkAction();
  const { length } = ids;
  const [one, other] = ids;
  const [dialog, setDialog] = useState<'add' | 'remove' | null>(null);
  const draft = useDraft<readonly string[]>(`bulk ${dialog ?? 'add'}`, NO_TAGS);
  const tags = draft.value;
  const openDialog = (next: 'add' | 'remove'): void => {
    setDialog(next);
  };
  const apply = (): void => {
    if (tags.length > 0)
      void runBulk(length, () => (dialog === 'remove' ? items.removeTags(ids, tags) : items.addTags(ids, tags)));
    draft.discard();
    setDialog(null);
  };
  return (
    <section className={classes['bar']} aria-label={libraryText.bulk}>
      <Text fw={600} size="sm" aria-live="polite">
        {libraryText.selected(ids.length)}
      </Text>
      <RatingInput
        value={null}
        scale={scale}
        onChange={(rating) => {
          void runBulk(length, () => items.rateItems(ids, rating));
        }}
      />
      <Menu>
        <Menu.Target>
          <Button variant="default" size="xs" rightSection={<IconChevronDown size={14} aria-hidden />}>
            {libraryText.setStatus}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {ITEM_STATUSES.map((status) => (
            <Menu.Item
              key={status}
              onClick={() => {
                void runBulk(length, () => items.setStatus(ids, status));
              }}
            >
              {statusNames[status]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconTags size={14} aria-hidden />}
        onClick={() => {
          openDialog('add');
        }}
      >
        {libraryText.addTags}
      </Button>
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          openDialog('remove');
        }}
      >
        {libraryText.removeTags}
      </Button>
      {one === undefined || other === undefined || length !== 2 ? null : (
        <Button
          variant="default"
          size="xs"
          component="a"
          href={paths.merge(one, other)}
          leftSection={<IconArrowMerge size={14} aria-hidden />}
        >
          {twinsText.merge}
        </Button>
      )}
      <AddToList itemIds={ids} variant="default" size="xs" />
      <Button variant="default" size="xs" leftSection={<IconTrash size={14} aria-hidden />} onClick={onTrash}>
        {libraryText.toTrash}
      </Button>
      <Group gap={4} ml="auto">
        <Button variant="subtle" size="compact-xs" onClick={onSelectAll}>
          {libraryText.selectAll}
        </Button>
        <Button variant="subtle" size="compact-xs" onClick={onClear}>
          {libraryText.clearSelection}
        </Button>
      </Group>
      <Modal
        opened={dialog !== null}
        onClose={() => {
          setDialog(null);
        }}
        closeButtonProps={{ 'aria-label': uiText.close }}
        title={dialog === 'remove' ? libraryText.tagsDialogRemove(ids.length) : libraryText.tagsDialogAdd(ids.length)}
      >
        <TagsInput
          value={tags}
          onChange={(next) => {
            draft.change(() => next);
          }}
          suggestions={knownTags}
          description={libraryText.tagsKept}
        />
        <Group justify="flex-end" mt="md">
          <Button onClick={apply}>{libraryText.apply}</Button>
        </Group>
      </Modal>
    </section>
  );
}
