import { Anchor, Button, Text } from '@mantine/core';
import { IconList, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useDraft } from '../../app/context/use-draft';
import { useLive } from '../../app/context/use-live';
import { listsText } from '../../text/lists';
import { EmptyState } from '../../ui/empty-state';
import { formatRelative } from '../../ui/format';
import { LoadingCards } from '../../ui/loading-cards';
import { Page } from '../../ui/page';
import { goTo, paths } from '../../ui/paths';
import { ImportListMenu } from './import-list-menu';
import { ListDialog, NO_LIST_WORDS } from '../../ui/list-dialog';
import classes from './lists.module.css';

/** Every list, the last changed first. */
export function ListsPage(): ReactNode {
  const { lists: repository, clock } = useServices();
  const run = useAction();
  const lists = useLive(() => repository.all(), [repository]);
  const [creating, setCreating] = useState(false);
  const draft = useDraft('new list', NO_LIST_WORDS);
  const create = async (title: string, description: string): Promise<void> => {
    const created = await run(() => repository.createList({ title, description }));
    if (created === undefined) return;
    draft.discard();
    goTo(paths.list(created.id));
  };
  const actions = (
    <>
      <ImportListMenu />
      <Button
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => {
          setCreating(true);
        }}
      >
        {listsText.create}
      </Button>
    </>
  );
  return (
    <Page title={listsText.title} description={listsText.intro} width="text" actions={actions}>
      {body()}
      {creating ? (
        <ListDialog
          title={listsText.createTitle}
          submitLabel={listsText.createAction}
          draft={draft}
          onClose={() => {
            setCreating(false);
          }}
          onSubmit={(title, description) => {
            void create(title, description);
          }}
        />
      ) : null}
    </Page>
  );

  function body(): ReactNode {
    if (lists === undefined) return <LoadingCards label={listsText.loading} height={76} />;
    if (lists.length === 0)
      return (
        <EmptyState icon={IconList} title={listsText.emptyTitle}>
          {listsText.empty}
        </EmptyState>
      );
    const now = clock();
    return (
      <ul className={classes['lists']}>
        {[...lists]
          .sort((a, b) => b.updatedAt - a.updatedAt)
          .map((list) => (
            <li key={list.id} className={classes['card']}>
              <Anchor href={paths.list(list.id)} fw={600} size="lg" className={classes['name']}>
                {list.title}
              </Anchor>
              {list.description === '' ? null : (
                <Text size="sm" lineClamp={2}>
                  {list.description}
                </Text>
              )}
              <Text size="sm" c="dimmed">
                {listsText.count(list.entries.length)} · {listsText.changed(formatRelative(list.updatedAt, now))}
              </Text>
            </li>
          ))}
      </ul>
    );
  }
}
