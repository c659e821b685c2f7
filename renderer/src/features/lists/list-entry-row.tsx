import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, Textarea } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconGripVertical, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Item } from '../../domain/item';
import type { ListEntry } from '../../domain/recommendation-list';
import { kindName } from '../../text/kinds';
import { listsText } from '../../text/lists';
import { Cover } from '../../ui/cover';
import { formatList, formatYear } from '../../ui/format';
import { paths } from '../../ui/paths';
import { useSavedText } from '../../ui/use-saved-text';
import classes from './lists.module.css';

export interface ListEntryRowProps {
  readonly entry: ListEntry;
  readonly item: Item | undefined;
  /** 0-based. */
  readonly index: number;
  readonly count: number;
  readonly onMove: (toIndex: number) => void;
  readonly onAnnotate: (annotation: string) => void;
  readonly onRemove: () => void;
}

/** One thing in a list: dragged by its handle (pointer or keyboard), or moved with the buttons. */
export function ListEntryRow({
  entry,
  item,
  index,
  count,
  onMove,
  onAnnotate,
  onRemove,
}: ListEntryRowProps): ReactNode {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: entry.id,
  });
  const annotation = useSavedText(entry.annotation, onAnnotate);
  const title = item?.title ?? listsText.gone;
  const facts =
    item === undefined
      ? []
      : [kindName(item.kind), formatList(item.creators.slice(0, 2)), item.year === null ? '' : formatYear(item.year)];
  return (
    <li
      ref={setNodeRef}
      className={`${classes['entry'] ?? ''} ${isDragging ? (classes['dragging'] ?? '') : ''}`}
      style={{ transform: CSS.Transform.toString(transform), transition }}
    >
      <ActionIcon
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        variant="subtle"
        color="gray"
        className={classes['handle']}
        aria-label={listsText.drag(title)}
      >
        <IconGripVertical size={18} aria-hidden />
      </ActionIcon>
      <span className={classes['place']}>{index + 1}</span>
      {item === undefined ? null : <Cover item={item} />}
      <div className={classes['body']}>
        <div>
          {item === undefined ? (
            title
          ) : (
            <a className={classes['title']} href={paths.item(item.id)}>
              {title}
            </a>
          )}
          <div className={classes['facts']}>{facts.filter((fact) => fact !== '').join(' · ')}</div>
        </div>
        <Textarea
          aria-label={listsText.annotation(title)}
          placeholder={listsText.annotationPlaceholder}
          variant="filled"
          size="sm"
          autosize
          minRows={1}
          maxRows={6}
          value={annotation.text}
          onChange={(event) => {
            annotation.type(event.currentTarget.value);
          }}
          onBlur={annotation.keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) event.currentTarget.blur();
          }}
        />
      </div>
      <div className={classes['buttons']}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={listsText.moveUp(title)}
          disabled={index === 0}
          onClick={() => {
            onMove(index - 1);
          }}
        >
          <IconChevronUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={listsText.moveDown(title)}
          disabled={index === count - 1}
          onClick={() => {
            onMove(index + 1);
          }}
        >
          <IconChevronDown size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={listsText.removeEntry(title)} onClick={onRemove}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}
