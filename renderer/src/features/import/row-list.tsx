import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import classes from './row-list.module.css';

export interface RowListProps {
  readonly label: string;
  readonly count: number;
  readonly row: (index: number) => ReactNode;
}

/** A list of any length in a box that scrolls; only the rows in sight exist. Reached by Tab, scrolled by keys. */
export function RowList({ label, count, row }: RowListProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({ count, estimateSize: () => 46, overscan: 6, getScrollElement: () => box.current });
  return (
    // A scrolling region must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={box} className={classes['box']} tabIndex={0} role="region" aria-label={label}>
      <ul className={classes['list']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <li key={item.key} ref={virtualizer.measureElement} data-index={item.index} aria-setsize={count} aria-posinset={item.index + 1} className={classes['row']} style={{ transform: `translateY(${String(item.start)}px)` }}>
            {row(item.index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
