import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconRestore, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useToasts } from '../../app/context/use-toasts';
import { useAction } from '../../app/context/use-action';
import { useLive } from '../../app/context/use-live';
import { trashText, trashTypes } from '../../text/trash';
import { useConfirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { formatRelative } from '../../ui/format';
import { Page } from '../../ui/page';

export function TrashPage(): ReactNode {
  const { trash, clock } = useServices();
  const { showError, showToast } = useToasts();
  const run = useAction();
  const { dialog, ask } = useConfirm();
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
              <Button
                size="xs"
                variant="light"
                flex="none"
                leftSection={<IconRestore size={14} aria-hidden />}
                aria-label={trashText.restoreNamed(entry.title)}
                onClick={() => {
                  void run(() => trash.restore(entry.id));
                }}
              >
                {trashText.restore}
              </Button>
            </Group>
          ))}
        </Stack>
      )}
      {dialog}
    </Page>
  );
}
