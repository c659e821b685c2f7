/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual list positions each row, which table elements do not allow */
import { Tooltip } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { libraryText, statusNames } from '../../text/library';
import { tagName } from '../../text/tag-names';
import { Cover } from '../../ui/cover';
import { formatList, formatYear, type RatingScale } from '../../ui/format';
import { KindLabel } from '../../ui/kind-label';
import { paths } from '../../ui/paths';
import { RatingInput } from '../../ui/rating-input';
import classes from './library-grid.module.css';

export interface RowActions {
  /** A click on the box; `extend` with Shift. */
  readonly pick: (id: ItemId, extend: boolean) => void;
  readonly activate: (index: number) => void;
  readonly rate: (id: ItemId, rating: number | null) => void;
}

export interface LibraryGridRowProps {
  readonly item: Item;
  readonly index: number;
  readonly scale: RatingScale;
  /** Pixels from the top of the rows. */
  readonly top: number;
  readonly height: number;
  readonly selected: boolean;
  readonly active: boolean;
  /** The same object for as long as the row lives. */
  readonly actions: RowActions;
}

/** One row. Its parts are not in the tab order: the grid's keys do the same. */
export const LibraryGridRow = memo(function LibraryGridRow({
  item,
  index,
  scale,
  top,
  height,
  selected,
  active,
  actions,
}: LibraryGridRowProps): ReactNode {
  return (
    // Keys are handled by the grid, which holds the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={`row-${item.id}`}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      className={`${classes['row'] ?? ''} ${active ? (classes['active'] ?? '') : ''}`}
      style={{ transform: `translateY(${String(top)}px)`, height }}
      onClick={(event) => {
        if (event.shiftKey) actions.pick(item.id, true);
        else if (event.ctrlKey || event.metaKey) actions.pick(item.id, false);
        else actions.activate(index);
      }}
    >
      <span role="gridcell" data-cell="middle">
        <input
          type="checkbox"
          tabIndex={-1}
          className={classes['check']}
          checked={selected}
          aria-label={libraryText.selectItem(item.title)}
          onClick={(event) => {
            event.stopPropagation();
            actions.pick(item.id, event.shiftKey);
          }}
          onChange={() => undefined}
        />
      </span>
      <span role="gridcell" className={classes['coverCell']}>
        <Cover item={item} />
      </span>
      <span role="gridcell" style={{ minWidth: 0 }}>
        <span className={classes['line']} style={{ display: 'block' }}>
          <a
            href={paths.item(item.id)}
            tabIndex={-1}
            className={classes['title']}
            onClick={(event) => {
              event.stopPropagation();
            }}
          >
            {item.title}
          </a>
          {item.excludedFromPicks ? (
            <Tooltip label={libraryText.excluded}>
              <IconEyeOff
                size={14}
                style={{ marginInlineStart: 6, verticalAlign: -2 }}
                aria-label={libraryText.excluded}
              />
            </Tooltip>
          ) : null}
        </span>
        <span className={classes['facts']}>
          <KindLabel kind={item.kind} />
          {item.creators.length === 0 ? null : <span>{formatList(item.creators.slice(0, 2))}</span>}
          {item.year === null ? null : <span style={{ flex: 'none' }}>{formatYear(item.year)}</span>}
        </span>
      </span>
      <span role="gridcell" className={classes['tags']}>
        {item.tags.slice(0, 6).map(tagName).join(' · ')}
      </span>
      {/* Pointers rate here; the row's click must not also select. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
      <span
        role="gridcell"
        data-cell="middle"
        onClick={(event) => {
          event.stopPropagation();
        }}
      >
        <RatingInput
          value={item.ownRating}
          scale={scale}
          onChange={(rating) => {
            actions.rate(item.id, rating);
          }}
          label={libraryText.ratingOf(item.title)}
          size={18}
          tabIndex={-1}
        />
      </span>
      <span role="gridcell" className={classes['status']}>
        {item.status === 'none' ? '' : statusNames[item.status]}
      </span>
    </div>
  );
});
