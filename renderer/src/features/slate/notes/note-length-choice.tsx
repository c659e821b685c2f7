import { Button, SegmentedControl, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { picksText } from '../../../text/picks';
import { NOTE_LENGTHS, type NoteLength } from './draft-note';

export interface NoteLengthChoiceProps {
  readonly length: NoteLength;
  /** True where the sender changed the draft. Then no length is offered: choosing one would replace their words. */
  readonly edited: boolean;
  readonly onChange: (length: NoteLength) => void;
  /** Restores the draft. */
  readonly onReset: () => void;
}

/** Chooses the length of the draft; for an edited note, a button that restores the draft. */
export function NoteLengthChoice({ length, edited, onChange, onReset }: NoteLengthChoiceProps): ReactNode {
  if (edited) {
    return (
      <>
        <Button size="compact-sm" variant="subtle" onClick={onReset}>
          {picksText.noteReset}
        </Button>
        <Text size="xs" c="dimmed">
          {picksText.noteLengthEdited}
        </Text>
      </>
    );
  }
  return (
    <SegmentedControl
      size="xs"
      aria-label={picksText.noteLength}
      value={length}
      onChange={onChange}
      data={NOTE_LENGTHS.map((value) => ({ value, label: picksText.noteLengths[value] }))}
    />
  );
}
