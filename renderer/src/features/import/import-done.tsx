import { Anchor, Button, Group, List, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { ActionId } from '../../domain/ids';
import type { ImportReceipt } from '../../domain/ports/imports-repository';
import { importText } from '../../text/import';
import { paths } from '../../ui/paths';
import { KnownOfImport } from './known-of-import';
import { NewTwins } from './new-twins';

export interface ImportDoneProps {
  readonly receipts: readonly ImportReceipt[];
  /** Those that were taken back. */
  readonly undone: ReadonlySet<ActionId>;
  readonly onUndo: (receipt: ImportReceipt) => void;
  readonly onMore: () => void;
}

/** What was written, how to take it back, and what to do next. */
export function ImportDone({ receipts, undone, onUndo, onMore }: ImportDoneProps): ReactNode {
  // Made once: there may be very many, and the page is drawn again while they are compared.
  const itemIds = useMemo(
    () => receipts.filter(({ actionId }) => !undone.has(actionId)).flatMap((receipt) => receipt.itemIds),
    [receipts, undone],
  );
  return (
    <Paper withBorder p="xl" component="section">
      <Group gap="sm" mb="sm">
        <ThemeIcon radius="xl" aria-hidden>
          <IconCheck size={18} />
        </ThemeIcon>
        <Title order={2}>{importText.doneTitle}</Title>
      </Group>
      <List listStyleType="none" spacing="xs" mb="sm">
        {receipts.map((receipt) => (
          <List.Item key={receipt.actionId}>
            <Group gap="sm">
              <Text td={undone.has(receipt.actionId) ? 'line-through' : undefined}>{receipt.label}</Text>
              {receipt.listId === null || undone.has(receipt.actionId) ? null : (
                <Anchor size="sm" href={paths.list(receipt.listId)}>
                  {importText.seeList}
                </Anchor>
              )}
              {undone.has(receipt.actionId) ? (
                <Text c="dimmed" component="output">
                  {importText.undone}
                </Text>
              ) : (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconArrowBackUp size={15} aria-hidden />}
                  onClick={() => {
                    onUndo(receipt);
                  }}
                >
                  {importText.undo}
                </Button>
              )}
            </Group>
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed" mb="lg">
        {importText.doneHint}
      </Text>
      <NewTwins itemIds={itemIds} />
      <KnownOfImport itemIds={itemIds} />
      <Group>
        <Button component="a" href={paths.friends}>
          {importText.pick}
        </Button>
        <Button component="a" href={paths.library} variant="default">
          {importText.seeLibrary}
        </Button>
        <Button variant="subtle" onClick={onMore}>
          {importText.importMore}
        </Button>
      </Group>
    </Paper>
  );
}
