import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { toAppError } from '../../domain/errors';
import { errorTitles, frameText } from '../../text/frame';
import { useAnnounce } from './window-state-context';

export interface Toasts {
  /**
   * Shows and announces what happened, with an Undo button where `undo` is given.
   * @param shownFor milliseconds
   */
  readonly showToast: (message: string, undo?: () => void, shownFor?: number) => void;
  /** Explains an error; `cancelled` is silent. */
  readonly showError: (error: unknown) => void;
}

export function useToasts(): Toasts {
  const announce = useAnnounce();
  return useMemo(() => toastsWith(announce), [announce]);
}

/** @param announce has it read out; the toast itself has a role that screen readers do not announce */
function toastsWith(announce: (message: string) => void): Toasts {
  return {
    showToast: (message, undo, shownFor = undo === undefined ? 4000 : 8000) => {
      const id = notifications.show({
        autoClose: shownFor,
        withBorder: true,
        role: 'group',
        'aria-label': message,
        closeButtonProps: { 'aria-label': frameText.closeToast },
        message: (
          <Group justify="space-between" wrap="nowrap" gap="md">
            <Text size="sm" lineClamp={3}>
              {message}
            </Text>
            {undo === undefined ? null : (
              <Button
                size="compact-sm"
                variant="light"
                flex="none"
                onClick={() => {
                  notifications.hide(id);
                  undo();
                }}
              >
                {frameText.undo}
              </Button>
            )}
          </Group>
        ),
      });
      announce(message);
    },
    showError: (error) => {
      const { code, message } = toAppError(error);
      if (code === 'cancelled') return;
      notifications.show({
        color: 'red.8',
        title: errorTitles[code],
        message,
        autoClose: 12_000,
        withBorder: true,
        role: 'group',
        'aria-label': errorTitles[code],
        closeButtonProps: { 'aria-label': frameText.closeToast },
      });
      announce(`${errorTitles[code]}. ${message}`);
    },
  };
}
