import { ActionIcon, Button, Group, Textarea, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { picksText } from '../../../text/picks';
import type { Item } from '../../../domain/item';
import type { NoteStyle } from './draft-note';
import { NoteLengthChoice } from './note-length-choice';
import { ownSentence } from './own-sentence';
import { OwnWordsButton } from './own-words-button';
import classes from '../cards/card.module.css';

export interface PickNoteProps {
  /** What the note is about. */
  readonly item: Pick<Item, 'title' | 'note'>;
  readonly ownerName: string;
  readonly note: string;
  /** True where the sender changed the draft. */
  readonly edited: boolean;
  readonly style: NoteStyle;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
  /** Null restores the draft. */
  readonly onChange: (note: string | null) => void;
  readonly onStyle: (style: NoteStyle) => void;
}

/** The note that goes with a pick: shown as a quotation, edited in place. */
export function PickNote({
  item,
  ownerName,
  note,
  edited,
  style,
  editing,
  onEditing,
  onChange,
  onStyle,
}: PickNoteProps): ReactNode {
  const { title } = item;
  const ownWords = (
    <OwnWordsButton
      title={title}
      note={note}
      edited={edited}
      sentence={ownSentence(item.note)}
      ownerName={ownerName}
      style={style}
      onStyle={onStyle}
      onChange={onChange}
    />
  );
  if (!editing) {
    return (
      <div className={classes['note']}>
        <div className={classes['draft']}>
          <p className={`${classes['words'] ?? ''} ${style.withOwnWords ? (classes['whole'] ?? '') : ''}`}>
            {note.replaceAll(/\n{2,}/g, '\n')}
          </p>
          {ownWords}
        </div>
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
        {ownWords}
        <NoteLengthChoice
          length={style.length}
          edited={edited}
          onChange={(length) => {
            onStyle({ ...style, length });
          }}
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
