import type { ReactNode } from 'react';
import classes from './scrolling-table.module.css';

/** Holds a table that may be wider than the page: it scrolls by itself, by keyboard too. */
export function ScrollingTable({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  // A fieldset or details would say something else; a group with a name is what this is.
  /* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-tabindex */
  return (
    <div className={classes['scroll']} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
