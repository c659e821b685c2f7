import { Button, Group, List, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { twinsText } from '../../text/twins';
import { uiText } from '../../text/ui';

const SHOWN = 6;

export interface AllAlikeProps {
  /** By what all of them are alike: a whole sentence. */
  readonly rule: string;
  /** Each as one line of words. */
  readonly pairs: readonly string[];
  /** Alike too, and asked about one by one. */
  readonly entangled: number;
  readonly onAnswer: (answer: 'same' | 'different') => void;
  readonly onClose: () => void;
}

/** What one answer for all of them would be about, before it is given. */
export function AllAlike({ rule, pairs, entangled, onAnswer, onClose }: AllAlikeProps): ReactNode {
  const { length } = pairs;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={twinsText.allTitle(length)}
      closeButtonProps={{ 'aria-label': uiText.close }}
    >
      <Text size="sm" mb="sm">
        {rule}
      </Text>
      {length === 0 ? null : (
        <>
          <Text size="sm" c="dimmed">
            {twinsText.allFirst}
          </Text>
          <List size="sm" my="xs">
            {pairs.slice(0, SHOWN).map((pair, place) => (
              <List.Item key={place} style={{ overflowWrap: 'anywhere' }}>
                {pair}
              </List.Item>
            ))}
          </List>
          {length > SHOWN ? (
            <Text size="sm" c="dimmed" mb="xs">
              {twinsText.allMore(length - SHOWN)}
            </Text>
          ) : null}
        </>
      )}
      {entangled === 0 ? null : (
        <Text size="sm" c="dimmed" mb="xs">
          {twinsText.entangled(entangled)}
        </Text>
      )}
      <Text size="sm" c="dimmed" mb="md">
        {twinsText.allHint}
      </Text>
      <Group justify="flex-end">
        <Button variant="subtle" onClick={onClose}>
          {twinsText.allCancel}
        </Button>
        <Button
          variant="default"
          disabled={length === 0}
          onClick={() => {
            onAnswer('different');
          }}
        >
          {twinsText.allDifferent(length)}
        </Button>
        <Button
          data-autofocus
          disabled={length === 0}
          onClick={() => {
            onAnswer('same');
          }}
        >
          {twinsText.allSame(length)}
        </Button>
      </Group>
    </Modal>
  );
}
