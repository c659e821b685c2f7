import { Button, Group, List, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import type { ActionReceipt } from '../../domain/ports/action-receipt';
import { showError } from '../../app/context/toast';
import { importText } from '../../text/import';
import { paths } from '../../ui/paths';

/** What was written, how to take it back, and what to do next. */
export function ImportDone({
  receipts,
  onMore,
}: {
  readonly receipts: readonly ActionReceipt[];
  readonly onMore: () => void;
}): ReactNode {
  const { journal } = useServices();
  const [undone, setUndone] = useState<ReadonlySet<number>>(new Set());
  const undo = (receipt: ActionReceipt): void => {
    journal.undoAction(receipt.actionId).then(() => {
      setUndone((before) => new Set([...before, receipt.actionId]));
    }, showError);
  };
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
                    undo(receipt);
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
