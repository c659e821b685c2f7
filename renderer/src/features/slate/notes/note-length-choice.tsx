import { Button, SegmentedControl, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { picksText } from '../../../text/picks';
import { NOTE_LENGTHS, type NoteLength } from './draft-note';

export interface NoteLengthChoiceProps {
  readonly length: NoteLength;
  /** True where the sender changed the draft: then a length would cost them their words, and is not offered. */
  readonly edited: boolean;
  readonly onChange: (length: NoteLength) => void;
  /** Goes back to the draft. */
  readonly onReset: () => void;
}

/** How long the draft is to be; or the way back to it. */
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
