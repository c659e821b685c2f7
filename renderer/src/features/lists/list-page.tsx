import { ActionIcon, Anchor, Button, Menu, Stack, Text } from '@mantine/core';
import { IconDots, IconList, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useItemSearch } from '../../app/context/use-item-search';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { type TakenItem, useTakeTitle } from '../../app/context/use-take-title';
import { useTitleCompletion } from '../../app/context/use-title-completion';
import { useUsualKind } from '../../app/context/use-usual-kind';
import { useAction } from '../../app/context/use-action';
import { useDraft } from '../../app/context/use-draft';
import { useLive } from '../../app/context/use-live';
import { listId } from '../../domain/ids';
import type { RecommendationList } from '../../domain/recommendation-list';
import { listsText } from '../../text/lists';
import { pasteText } from '../../text/paste';
import { EmptyState } from '../../ui/empty-state';
import { ItemPicker } from '../../ui/item-picker';
import { NOTHING_TYPED } from '../../ui/typed-item';
import { LoadingCards } from '../../ui/loading-cards';
import { Page } from '../../ui/page';
import { goTo, paths } from '../../ui/paths';
import { ExportMenu } from './export-menu';
import { ListDialog, type ListWords } from '../../ui/list-dialog';
import { ListEntries } from './list-entries';

/** One list: its order, a line on each thing, and the ways out of the program. */
export function ListPage({ id }: { readonly id: string }): ReactNode {
  const { lists } = useServices();
  // Null = read, and not there; undefined = not read yet.
  const list = useLive(async () => (await lists.byId(listId(id))) ?? null, [lists, id]);
  if (list === undefined)
    return (
      <Page title={listsText.title} width="text">
        <LoadingCards label={listsText.loading} height={84} />
      </Page>
    );
  if (list === null) {
    return (
      <Page title={listsText.title} width="text">
        <EmptyState
          icon={IconList}
          title={listsText.notFoundTitle}
          actions={
            <Button component="a" href={paths.lists}>
              {listsText.back}
            </Button>
          }
        >
          {listsText.notFound}
        </EmptyState>
      </Page>
    );
  }
  return <LoadedList key={list.id} list={list} />;
}

function LoadedList({ list }: { readonly list: RecommendationList }): ReactNode {
  const { lists, library } = useServices();
  const { byId } = useLibrary(library);
  const run = useAction();
  const search = useItemSearch({ libraryOnly: true });
  const usualKind = useUsualKind();
  const [editing, setEditing] = useState(false);
  const draft = useDraft<ListWords>(`list ${list.id}`, list);
  const typed = useDraft(`thing for list ${list.id}`, NOTHING_TYPED);
  const { title, kind } = typed.value;
  const completion = useTitleCompletion({ text: title, kind: kind === '' ? null : kind, usualKind }, search);
  const take = useTakeTitle(true);
  const add = async (taken: Promise<TakenItem | undefined>): Promise<void> => {
    const item = await taken;
    if (item !== undefined) await run(() => lists.addItems(list.id, [item.id]), { quiet: true });
  };
  const remove = async (): Promise<void> => {
    const receipt = await run(() => lists.moveToTrash(list.id));
    if (receipt !== undefined) goTo(paths.lists);
  };
  const actions = (
    <>
      <ExportMenu list={list} itemsById={byId} />
      <Menu withInitialFocusPlaceholder={false} position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={listsText.moreActions}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => {
              setEditing(true);
            }}
          >
            {listsText.edit}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => {
              void remove();
            }}
          >
            {listsText.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
  return (
    <Page
      title={list.title}
      description={list.description === '' ? undefined : list.description}
      width="text"
      actions={actions}
    >
      <Stack gap="lg">
        <ItemPicker
          label={listsText.addItem}
          completion={completion}
          usualKind={usualKind}
          typed={typed.value}
          onTyped={(next) => {
            typed.change(() => next);
          }}
          onPick={(offered) => {
            void add(take.offered(offered));
          }}
          onTake={(words, how) => {
            void add(how === 'as-typed' ? take.asTyped(words) : take.asMeant(words));
          }}
        />
        <Anchor href={paths.pasteInto(list.id)} size="sm">
          {pasteText.openList}
        </Anchor>
        {list.entries.length === 0 ? (
          <Text c="dimmed">{listsText.nothingInside}</Text>
        ) : (
          <ListEntries list={list} itemsById={byId} />
        )}
        <Anchor href={paths.lists} size="sm">
          {listsText.back}
        </Anchor>
      </Stack>
      {editing ? (
        <ListDialog
          title={listsText.edit}
          submitLabel={listsText.save}
          draft={draft}
          onClose={() => {
            setEditing(false);
          }}
          onSubmit={(title, description) => {
            void run(() => lists.editList(list.id, { title, description })).then((receipt) => {
              if (receipt === undefined) return;
              draft.discard();
              setEditing(false);
            });
          }}
        />
      ) : null}
    </Page>
  );
}
