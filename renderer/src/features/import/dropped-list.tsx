import { Button, Group, List, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import type { PortableList } from '../../domain/portable-list';
import type { ExportFile } from '../../importing/containers/archive';
import type { MatchedEntry } from '../../identity/match-list';
import { importText } from '../../text/import';
import { goTo, paths } from '../../ui/paths';
import { describeTwin } from './describe-twin';

/** A list dropped on the window. Asked first whose it is: nobody else's ratings become the owner's. */
export function DroppedList({
  file,
  list,
  doubtful,
}: {
  readonly file: ExportFile;
  /** What the file holds. */
  readonly list: PortableList;
  /** Things that are added although the library may have them. */
  readonly doubtful: readonly MatchedEntry[];
}): ReactNode {
  const { importSession } = useServices();
  const run = useAction();
  const take = async (keepOpinions: boolean): Promise<void> => {
    const created = await run(() => importSession.importList(file, keepOpinions));
    if (created !== undefined) goTo(paths.list(created.id));
  };
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2}>{importText.listTitle(list.title)}</Title>
      <Text c="dimmed" mb="md">
        {importText.listCount(list.entries.length)}
      </Text>
      {doubtful.length === 0 ? null : (
        <>
          <Text size="sm" fw={600}>
            {importText.doubtfulHeading(doubtful.length)}
          </Text>
          <List size="sm" c="dimmed" mb="md">
            {doubtful.map(({ item, mightBe }) => (
              <List.Item key={JSON.stringify([item.title, item.creators, item.year])}>
                {item.title}: {mightBe.map(describeTwin).join(' ')}
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Group>
        <Button
          onClick={() => {
            void take(true);
          }}
        >
          {importText.listMine}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            void take(false);
          }}
        >
          {importText.listOthers}
        </Button>
      </Group>
    </Paper>
  );
}
