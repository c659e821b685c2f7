import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './quiet-line.module.css';

export interface QuietLineProps {
  readonly label: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A line in passing, with a button that takes it away. */
export function QuietLine({ label, closeLabel, onClose, children }: QuietLineProps): ReactNode {
  return (
    <section className={classes['line']} aria-label={label}>
      <p className={classes['words']}>{children}</p>
      <CloseButton size="sm" aria-label={closeLabel} onClick={onClose} />
    </section>
  );
}
