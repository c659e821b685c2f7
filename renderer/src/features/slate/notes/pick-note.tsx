import { ActionIcon, Button, Group, Textarea, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { picksText } from '../../../text/picks';
import type { NoteLength } from './draft-note';
import { NoteLengthChoice } from './note-length-choice';
import classes from '../cards/card.module.css';

export interface PickNoteProps {
  readonly title: string;
  readonly note: string;
  /** True where the sender changed the draft. */
  readonly edited: boolean;
  /** Length of the draft. */
  readonly length: NoteLength;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
  /** Null restores the draft. */
  readonly onChange: (note: string | null) => void;
  readonly onLength: (length: NoteLength) => void;
}

/** The note that goes with a pick: shown as a quotation, edited in place. */
export function PickNote({
  title,
  note,
  edited,
  length,
  editing,
  onEditing,
  onChange,
  onLength,
}: PickNoteProps): ReactNode {
  if (!editing) {
    return (
      <div className={classes['note']}>
        <p className={classes['words']}>{note}</p>
        <Tooltip label={`${picksText.editNote} (E)`}>
          <ActionIcon
            variant="subtle"
            aria-label={`${picksText.editNote}: ${title}`}
            onClick={() => {
              onEditing(true);
            }}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    );
  }
  return (
    <div>
      <Textarea
        aria-label={picksText.noteLabel(title)}
        value={note}
        autosize
        minRows={3}
        maxRows={10}
        ref={focusAtEnd}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
          event.preventDefault();
          event.stopPropagation();
          onEditing(false);
        }}
      />
      <Group gap="xs" mt={6}>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            onEditing(false);
          }}
        >
          {picksText.noteDone}
        </Button>
        <NoteLengthChoice
          length={length}
          edited={edited}
          onChange={onLength}
          onReset={() => {
            onChange(null);
          }}
        />
      </Group>
    </div>
  );
}

/** Editing was just requested: the field takes the focus, with the cursor at its end. */
function focusAtEnd(field: HTMLTextAreaElement | null): void {
  if (field === null) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
