import { Alert, Button, Modal, Progress, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../../app/context/services';
import { useAction } from '../../../app/context/use-action';
import { useAnswer } from '../../../app/context/use-answer';
import type { HistorySubject, SubjectHistory } from '../../../domain/history';
import { frameText } from '../../../text/frame';
import { historyText } from '../../../text/history';
import { uiText } from '../../../text/ui';
import { useFocusReturn } from '../../../ui/use-focus-return';
import { VersionList } from './version-list';

export interface HistoryDialogProps {
  readonly subject: HistorySubject;
  /** Title of the thing, name of the friend. */
  readonly title: string;
  readonly onClose: () => void;
}

/** What a thing or a friend was before, as the journal outside has it, and the way back to each version. */
export function HistoryDialog({ subject, title, onClose }: HistoryDialogProps): ReactNode {
  const { history } = useServices();
  const run = useAction();
  const [progress, setProgress] = useState(0);
  // What it is about does not change while the dialog is open; a new object would have the journal read again.
  const [asked] = useState(subject);
  useFocusReturn();
  const { answer, error, retry } = useAnswer(asked, (question, signal) =>
    history.of(question, { signal, onProgress: setProgress }),
  );
  const bringBack = async (read: SubjectHistory, sequence: number): Promise<void> => {
    if ((await run(() => history.bringBack(read, sequence))) !== undefined) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={historyText.openOf(title)}
      size="lg"
      closeButtonProps={{ 'aria-label': uiText.close }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {subject.type === 'item' ? historyText.aboutItem : historyText.aboutPerson(title)}
        </Text>
        {body()}
      </Stack>
    </Modal>
  );

  function body(): ReactNode {
    if (error !== null) {
      const isWithoutHost = error.code === 'no-host';
      return (
        <Alert color="amber" title={isWithoutHost ? null : historyText.failed}>
          <Stack gap="sm" align="flex-start">
            {isWithoutHost ? historyText.noHost : error.message}
            {isWithoutHost ? null : (
              <Button size="xs" variant="default" onClick={retry}>
                {frameText.tryAgain}
              </Button>
            )}
          </Stack>
        </Alert>
      );
    }
    if (answer === null)
      return (
        <>
          <Text size="sm" component="output">
            {historyText.reading}
          </Text>
          <Progress value={100 * progress} aria-label={historyText.reading} />
        </>
      );
    return (
      <VersionList
        history={answer}
        onBringBack={(sequence) => {
          void bringBack(answer, sequence);
        }}
      />
    );
  }
}
