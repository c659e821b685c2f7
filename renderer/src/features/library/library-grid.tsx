import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import { libraryText } from '../../text/library';
import { stepToRating, type RatingScale } from '../../ui/format';
import { goTo, paths } from '../../ui/paths';
import { stepAfterKey } from '../../ui/rating-input';
import classes from './library-grid.module.css';
import { LibraryGridRow, type RowActions } from './library-grid-row';
import { extendTo, moveTo, selectAll, toggle, type Selection } from './selection';

const ROW_HEIGHT = 64;

export interface LibraryGridProps {
  readonly items: readonly Item[];
  readonly scale: RatingScale;
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  readonly onRate: (ids: readonly ItemId[], rating: number | null) => void;
  readonly onTrash: (ids: readonly ItemId[]) => void;
  readonly ref?: Ref<HTMLDivElement>;
}

/**
 * The rows, of which only those on screen exist (20,000 rows scroll like 20). One tab stop: the keyboard's row is
 * named by aria-activedescendant, as the WAI-ARIA grid pattern allows where rows come and go.
 */
export function LibraryGrid({
  items,
  scale,
  selection,
  onSelection,
  onRate,
  onTrash,
  ref,
}: LibraryGridProps): ReactNode {
  const body = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  // The React Compiler, whose rule this is, is not part of the build.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollMargin: margin,
    getScrollElement: () => document.getElementById('content'),
    getItemKey: (index) => items[index]?.id ?? index,
  });
  // Where the rows begin inside the page's scroll area; moves when the controls above wrap or the bulk bar appears.
  useLayoutEffect(() => {
    const scroller = document.getElementById('content');
    const rows = body.current;
    if (rows === null || scroller === null) return undefined;
    const measure = (): void => {
      setMargin(
        Math.round(rows.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop),
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    for (const part of scroller.children) observer.observe(part);
    measure();
    return () => {
      observer.disconnect();
    };
  }, []);

  const ids = useMemo(() => items.map((item) => item.id), [items]);
  const activeIndex = useMemo(
    () => (selection.active === null ? -1 : ids.indexOf(selection.active)),
    [ids, selection.active],
  );
  // Rows get the same functions for as long as they live, so that scrolling draws only the rows that are new.
  const latest = useRef({ selection, ids, onSelection, onRate });
  useEffect(() => {
    latest.current = { selection, ids, onSelection, onRate };
  });
  const actions = useMemo<RowActions>(
    () => ({
      pick: (id, extend) => {
        const { selection: now, ids: order, onSelection: change } = latest.current;
        change(extend ? extendTo(now, order, id) : toggle(now, id));
      },
      activate: (index) => {
        const { selection: now, ids: order, onSelection: change } = latest.current;
        change(moveTo(now, order, index, false));
      },
      rate: (id, rating) => {
        latest.current.onRate([id], rating);
      },
    }),
    [],
  );
  const targets = (): readonly ItemId[] => {
    if (selection.selected.size > 0) return [...selection.selected];
    return selection.active === null ? [] : [selection.active];
  };
  const go = (index: number, extend: boolean): void => {
    const next = moveTo(selection, ids, index, extend);
    onSelection(next);
    if (next.active !== null) virtualizer.scrollToIndex(ids.indexOf(next.active), { align: 'auto' });
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const page = Math.max(1, Math.floor((document.getElementById('content')?.clientHeight ?? 600) / ROW_HEIGHT) - 1);
    const used = ((): boolean => {
      if (event.ctrlKey || event.metaKey) {
        if (event.key.toLowerCase() !== 'a') return false;
        onSelection(selectAll(selection, ids));
        return true;
      }
      switch (event.key) {
        case 'ArrowDown':
          go(activeIndex + 1, event.shiftKey);
          return true;
        case 'ArrowUp':
          go(Math.max(0, activeIndex - 1), event.shiftKey);
          return true;
        case 'PageDown':
          go(activeIndex + page, event.shiftKey);
          return true;
        case 'PageUp':
          go(activeIndex - page, event.shiftKey);
          return true;
        case 'Home':
          go(0, event.shiftKey);
          return true;
        case 'End':
          go(ids.length - 1, event.shiftKey);
          return true;
        case ' ':
          if (selection.active !== null)
            onSelection(
              event.shiftKey ? extendTo(selection, ids, selection.active) : toggle(selection, selection.active),
            );
          return true;
        case 'Escape':
          onSelection({ ...selection, selected: new Set() });
          return true;
        case 'Enter':
          if (selection.active !== null) goTo(paths.item(selection.active));
          return true;
        case 'Delete':
          if (targets().length > 0) onTrash(targets());
          return true;
      }
      const step = /^[0-5]$/.test(event.key) ? stepAfterKey(event.key, null, scale) : undefined;
      if (step === undefined || targets().length === 0) return false;
      onRate(targets(), stepToRating(step, scale));
      return true;
    })();
    if (used) event.preventDefault();
  };

  return (
    <div className={classes['container']}>
      <div
        ref={(element) => {
          body.current = element;
          if (typeof ref === 'function') ref(element);
          else if (ref !== null && ref !== undefined) ref.current = element;
        }}
        role="grid"
        tabIndex={0}
        className={classes['grid']}
        style={{ height: virtualizer.getTotalSize() }}
        aria-label={libraryText.gridLabel}
        aria-multiselectable
        aria-rowcount={items.length}
        aria-activedescendant={activeIndex >= 0 ? `row-${selection.active ?? ''}` : undefined}
        onKeyDown={keyDown}
        onFocus={() => {
          if (activeIndex < 0 && items.length > 0)
            onSelection(moveTo(selection, ids, virtualizer.range?.startIndex ?? 0, false));
        }}
      >
        {virtualizer.getVirtualItems().map((row) => {
          const item = items[row.index];
          return item === undefined ? null : (
            <LibraryGridRow
              key={row.key}
              item={item}
              index={row.index}
              scale={scale}
              top={row.start - margin}
              height={ROW_HEIGHT}
              selected={selection.selected.has(item.id)}
              active={item.id === selection.active}
              actions={actions}
            />
          );
        })}
      </div>
    </div>
  );
}
