import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconRestore, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useToasts } from '../../app/context/use-toasts';
import { useAction } from '../../app/context/use-action';
import { useLive } from '../../app/context/use-live';
import type { HistorySubject } from '../../domain/history';
import { itemId, personId } from '../../domain/ids';
import type { TrashEntry } from '../../domain/ports/trash-repository';
import { historyText } from '../../text/history';
import { trashText, trashTypes } from '../../text/trash';
import { useConfirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { formatRelative } from '../../ui/format';
import { Page } from '../../ui/page';
import { HistoryDialog } from '../slate/history/history-dialog';

export function TrashPage(): ReactNode {
  const { trash, clock } = useServices();
  const { showError, showToast } = useToasts();
  const run = useAction();
  const { dialog, ask } = useConfirm();
  const [lookingBack, setLookingBack] = useState<TrashEntry | null>(null);
  const subject = lookingBack === null ? null : historyOf(lookingBack);
  const entries = useLive(() => trash.all(), [trash]);
  const empty = async (): Promise<void> => {
    const count = entries?.length ?? 0;
    if (
      !(await ask({
        title: trashText.empty,
        message: trashText.emptyQuestion(count),
        confirmLabel: trashText.empty,
        destructive: true,
      }))
    )
      return;
    try {
      await trash.empty();
      showToast(trashText.emptied);
    } catch (error) {
      showError(error);
    }
  };
  if (entries === undefined) return <Page title={trashText.title} />;
  return (
    <Page
      title={trashText.title}
      width="text"
      description={trashText.description}
      actions={
        entries.length === 0 ? undefined : (
          <Button
            variant="default"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => {
              void empty();
            }}
          >
            {trashText.empty}
          </Button>
        )
      }
    >
      {entries.length === 0 ? (
        <EmptyState icon={IconTrash} title={trashText.emptyTitle}>
          {trashText.emptyBody}
        </EmptyState>
      ) : (
        <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
          {entries.map((entry) => (
            <Group
              component="li"
              key={entry.id}
              justify="space-between"
              wrap="nowrap"
              py={8}
              style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
            >
              <Group gap="sm" wrap="nowrap" miw={0}>
                <Badge variant="light" color="gray" tt="none" fw={500} flex="none">
                  {trashTypes[entry.type]}
                </Badge>
                <Text fw={600} truncate>
                  {entry.title}
                </Text>
                <Text size="sm" c="dimmed" flex="none">
                  {trashText.deleted} {formatRelative(entry.deletedAt, clock())}
                </Text>
              </Group>
              <Group gap="xs" wrap="nowrap" flex="none">
                {historyOf(entry) === null ? null : (
                  <Button
                    size="xs"
                    variant="subtle"
                    aria-label={historyText.openOf(entry.title)}
                    onClick={() => {
                      setLookingBack(entry);
                    }}
                  >
                    {historyText.open}
                  </Button>
                )}
                <Button
                  size="xs"
                  variant="light"
                  leftSection={<IconRestore size={14} aria-hidden />}
                  aria-label={trashText.restoreNamed(entry.title)}
                  onClick={() => {
                    void run(() => trash.restore(entry.id));
                  }}
                >
                  {trashText.restore}
                </Button>
              </Group>
            </Group>
          ))}
        </Stack>
      )}
      {dialog}
      {subject === null || lookingBack === null ? null : (
        <HistoryDialog
          subject={subject}
          title={lookingBack.title}
          onClose={() => {
            setLookingBack(null);
          }}
        />
      )}
    </Page>
  );
}

/** Null for what has none: lists, shares. */
function historyOf({ type, key }: TrashEntry): HistorySubject | null {
  if (type === 'item') return { type, id: itemId(key) };
  return type === 'person' ? { type, id: personId(key) } : null;
}
