import { Button } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { notesText } from '../../../text/notes';
import type { NoteStyle } from './draft-note';
import { withOrWithout } from './own-sentence';

export interface OwnWordsButtonProps {
  readonly title: string;
  /** The note as it is shown. */
  readonly note: string;
  /** True where the sender changed the draft. */
  readonly edited: boolean;
  /** The sentence of the sender that can be added; null = none. */
  readonly sentence: string | null;
  readonly ownerName: string;
  readonly style: NoteStyle;
  readonly onStyle: (style: NoteStyle) => void;
  /** Replaces an edited note. */
  readonly onChange: (note: string) => void;
}

/** Puts the first sentence of the sender's review into the note, and takes it out again; hidden where there is none. */
export function OwnWordsButton({
  title,
  note,
  edited,
  sentence,
  ownerName,
  style,
  onStyle,
  onChange,
}: OwnWordsButtonProps): ReactNode {
  if (sentence === null) return null;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconQuote size={14} aria-hidden />}
      title={sentence}
      aria-label={`${note.includes(sentence) ? notesText.takeOutOwnWords : notesText.addOwnWords}: ${title}`}
      onClick={() => {
        if (edited) onChange(withOrWithout(note, sentence, ownerName));
        else onStyle({ ...style, withOwnWords: !style.withOwnWords });
      }}
    >
      {note.includes(sentence) ? notesText.takeOutOwnWords : notesText.addOwnWords}
    </Button>
  );
}
