import { Button, Group, Modal, Text } from '@mantine/core';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { uiText } from '../text/ui';

export interface Confirmation {
  readonly title: string;
  readonly message: ReactNode;
  readonly confirmLabel: string;
  /** Colours the button as a warning: for what cannot be undone. */
  readonly destructive?: boolean;
}

/**
 * Asks before what cannot be undone (everything else is done at once and offers Undo).
 * Render `dialog` once; `ask` answers true or false.
 */
export function useConfirm(): {
  readonly dialog: ReactNode;
  readonly ask: (question: Confirmation) => Promise<boolean>;
} {
  const [question, setQuestion] = useState<Confirmation | null>(null);
  const [opened, setOpened] = useState(false);
  const answer = useRef<(value: boolean) => void>(() => undefined);
  const ask = useCallback((next: Confirmation) => {
    answer.current(false);
    setQuestion(next);
    setOpened(true);
    return new Promise<boolean>((resolve) => {
      answer.current = resolve;
    });
  }, []);
  const close = (value: boolean): void => {
    setOpened(false);
    answer.current(value);
    answer.current = () => undefined;
  };
  const dialog = (
    <Modal
      opened={opened}
      onClose={() => {
        close(false);
      }}
      title={question?.title}
      closeButtonProps={{ 'aria-label': uiText.close }}
    >
      <Text component="div">{question?.message}</Text>
      <Group justify="flex-end" mt="lg">
        <Button
          variant="default"
          onClick={() => {
            close(false);
          }}
          data-autofocus
        >
          {uiText.cancel}
        </Button>
        <Button
          {...(question?.destructive === true ? { color: 'red.8' } : {})}
          onClick={() => {
            close(true);
          }}
        >
          {question?.confirmLabel ?? uiText.confirm}
        </Button>
      </Group>
    </Modal>
  );
  return { dialog, ask };
}
