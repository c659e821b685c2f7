import type { ReactNode } from 'react';
import classes from './diverging-bar.module.css';

export interface DivergingBarProps {
  readonly value: number;
  /** The value that fills one side. */
  readonly most: number;
}

/**
 * A bar from a middle line, to the right for more and to the left for less. Decorative: the number must stand beside
 * it.
 */
export function DivergingBar({ value, most }: DivergingBarProps): ReactNode {
  const share = most > 0 ? Math.min(1, Math.abs(value) / most) : 0;
  return (
    <span className={classes['bar']} aria-hidden>
      <span
        className={value < 0 ? classes['less'] : classes['more']}
        style={{ width: `${(share * 50).toFixed(1)}%` }}
      />
    </span>
  );
}
