import { Anchor, Button, Grid, Group, Loader, Stack, Text } from '@mantine/core';
import { IconBookOff, IconExternalLink, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useToasts } from '../../app/context/use-toasts';
import { useAction } from '../../app/context/use-action';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { frameText } from '../../text/frame';
import { itemText } from '../../text/item';
import { Cover } from '../../ui/cover';
import { EmptyState } from '../../ui/empty-state';
import { formatList, formatYear } from '../../ui/format';
import { KindLabel } from '../../ui/kind-label';
import { Page } from '../../ui/page';
import { goTo, paths } from '../../ui/paths';
import { AddToList } from '../slate/sharing/add-to-list';
import { HistoryDialog } from '../slate/history/history-dialog';
import { FromCatalogue } from './from-catalogue';
import { FriendsForItem } from './friends-for-item';
import { EditFacts } from './edit-facts';
import { ItemFactsTable } from './item-facts-table';
import { ItemHistory, ItemShares } from './item-history';
import { LikelyTags } from './likely-tags';
import { OwnTake } from './own-take';
import { SimilarItems } from './similar-items';

export function ItemPage({ id }: { readonly id: ItemId }): ReactNode {
  const { library } = useServices();
  const { ready, byId } = useLibrary(library);
  const item = byId.get(id);
  if (item !== undefined) return <KnownItem item={item} />;
  if (!ready)
    return (
      <Page title={frameText.library}>
        <Loader aria-label={frameText.loading} />
      </Page>
    );
  return (
    <Page title={itemText.notFoundTitle}>
      <EmptyState
        icon={IconBookOff}
        title={itemText.notFoundBody}
        actions={
          <>
            <Button component="a" href={paths.library}>
              {itemText.toLibrary}
            </Button>
            <Button variant="default" component="a" href={paths.trash}>
              {itemText.toTrashPage}
            </Button>
          </>
        }
      />
    </Page>
  );
}

function KnownItem({ item }: { readonly item: Item }): ReactNode {
  const { items, host } = useServices();
  const { showError } = useToasts();
  const { ratingScale } = useSettings();
  const run = useAction();
  const [editing, setEditing] = useState(false);
  const [lookingBack, setLookingBack] = useState(false);
  const trash = async (): Promise<void> => {
    if ((await run(() => items.moveToTrash([item.id]))) !== undefined) goTo(paths.library);
  };
  const { url } = item;
  return (
    <Page
      title={item.title}
      description={
        <Group gap="xs">
          <KindLabel kind={item.kind} size="md" />
          {item.creators.length === 0 ? null : <Text span>{formatList(item.creators)}</Text>}
          {item.year === null ? null : <Text span>{formatYear(item.year)}</Text>}
          {item.series === null ? null : (
            <Text span>
              {item.series.name}
              {item.series.position === null ? '' : ` #${String(item.series.position)}`}
            </Text>
          )}
        </Group>
      }
      actions={
        <>
          <AddToList itemIds={[item.id]} variant="default" />
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => {
              setEditing(true);
            }}
          >
            {itemText.editFacts}
          </Button>
          <Button
            variant="default"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => {
              void trash();
            }}
          >
            {itemText.moveToTrash}
          </Button>
        </>
      }
    >
      {item.inLibrary ? null : (
        <Group mb="md">
          <Text c="dimmed">{itemText.friendsOnly}</Text>
          <Button
            size="xs"
            variant="light"
            onClick={() => {
              void run(() => items.editItem(item.id, { inLibrary: true }));
            }}
          >
            {itemText.addToLibrary}
          </Button>
        </Group>
      )}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, sm: 4, lg: 3 }}>
          <Stack gap="md">
            <Cover item={item} size="large" />
            {url === null ? null : (
              <Anchor
                component="button"
                type="button"
                size="sm"
                ta="left"
                onClick={() => {
                  host.openExternal(url).catch(showError);
                }}
              >
                <IconExternalLink size={14} aria-hidden style={{ verticalAlign: -2 }} /> {itemText.openLink}
              </Anchor>
            )}
            <ItemFactsTable item={item} scale={ratingScale} />
            <FromCatalogue item={item} />
            <LikelyTags item={item} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 8, lg: 9 }}>
          <Stack gap="xl">
            <OwnTake item={item} />
            <FriendsForItem item={item} />
            <SimilarItems item={item} />
            <ItemShares id={item.id} />
            <ItemHistory
              id={item.id}
              onEarlier={() => {
                setLookingBack(true);
              }}
            />
          </Stack>
        </Grid.Col>
      </Grid>
      {editing ? (
        <EditFacts
          item={item}
          onClose={() => {
            setEditing(false);
          }}
        />
      ) : null}
      {lookingBack ? (
        <HistoryDialog
          subject={{ type: 'item', id: item.id }}
          title={item.title}
          onClose={() => {
            setLookingBack(false);
          }}
        />
      ) : null}
    </Page>
  );
}
