import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useLive } from '../../app/context/use-live';
import { useToasts } from '../../app/context/use-toasts';
import type { ActionId } from '../../domain/ids';
import type { PastAction } from '../../domain/ports/journal';
import { frameText } from '../../text/frame';
import { importText } from '../../text/import';
import { formatDateTime } from '../../ui/format';

/** More than these are seldom taken back. */
const SHOWN = 8;

/** What was imported, and when, as far as it can still be taken back; nothing where nothing was. */
export function PastImports(): ReactNode {
  const { journal } = useServices();
  const { showError, showToast } = useToasts();
  const imports = useLive(() => journal.latest(SHOWN, 'import'), [journal]) ?? [];
  const [running, setRunning] = useState<ActionId | null>(null);
  const undo = async ({ actionId }: PastAction): Promise<void> => {
    setRunning(actionId);
    try {
      const { label } = await journal.undoAction(actionId);
      showToast(frameText.undone(label));
    } catch (error) {
      showError(error);
    } finally {
      setRunning(null);
    }
  };
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="past-imports">
      <Title order={2} mt="xl" mb={4} id="past-imports">
        {importText.pastTitle}
      </Title>
      <Text c="dimmed" size="sm" mb="sm">
        {importText.pastHint}
      </Text>
      <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {imports.map((one) => (
          <Group
            key={one.actionId}
            component="li"
            justify="space-between"
            wrap="nowrap"
            mih={44}
            style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
          >
            <Text td={one.undone ? 'line-through' : undefined} style={{ overflowWrap: 'anywhere' }}>
              {one.label}{' '}
              <Text span size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                {formatDateTime(one.at)}
              </Text>
            </Text>
            <Button
              size="compact-sm"
              variant="subtle"
              // Disabled, it would lose the focus.
              aria-disabled={one.undone || running !== null}
              {...(one.undone ? { 'data-disabled': true } : {})}
              aria-label={one.undone ? undefined : importText.undoPastOf(one.label)}
              leftSection={one.undone ? undefined : <IconArrowBackUp size={15} aria-hidden />}
              onClick={() => {
                if (!one.undone && running === null) void undo(one);
              }}
            >
              {one.undone ? importText.undone : running === one.actionId ? importText.undoing : importText.undoPast}
            </Button>
          </Group>
        ))}
      </Stack>
    </section>
  );
}
