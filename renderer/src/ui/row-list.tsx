import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import classes from './row-list.module.css';

export interface RowListProps {
  readonly label: string;
  readonly count: number;
  readonly renderRow: (index: number) => ReactNode;
}

/** A list of any length in a box that scrolls; only the rows in sight exist. Reached by Tab, scrolled by keys. */
export function RowList({ label, count, renderRow }: RowListProps): ReactNode {
  const box = useRef<HTMLElement>(null);
  // The React Compiler, whose rule this is, is not part of the build.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    estimateSize: () => 46,
    overscan: 6,
    getScrollElement: () => box.current,
  });
  return (
    // A scrolling region must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={box}
      className={classes['box']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
      onKeyDown={(event) => {
        // The browser would go to where it takes the end for, before the rows there are measured.
        if (event.key !== 'End' || event.target !== event.currentTarget) return;
        event.preventDefault();
        virtualizer.scrollToIndex(count - 1, { align: 'end' });
      }}
    >
      <ul className={classes['list']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <li
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            aria-setsize={count}
            aria-posinset={item.index + 1}
            className={classes['row']}
            style={{ transform: `translateY(${String(item.start)}px)` }}
          >
            {renderRow(item.index)}
          </li>
        ))}
      </ul>
    </section>
  );
}
