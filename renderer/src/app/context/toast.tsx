import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { toAppError } from '../../domain/errors';
import { errorTitles, frameText } from '../../text/frame';
import { announce } from './announce';

/** Says in a toast (and to screen readers) what happened, with an Undo button where `undo` is given. */
export function showToast(message: string, undo?: () => void): void {
  const id = notifications.show({
    autoClose: undo === undefined ? 4000 : 8000,
    withBorder: true,
    // The live region speaks; the toast itself must not repeat it.
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
}

/** Explains an error; `cancelled` is silent. */
export function showError(error: unknown): void {
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
}
