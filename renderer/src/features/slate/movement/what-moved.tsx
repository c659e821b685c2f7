import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { picksText } from '../../../text/picks';
import type { Movement } from '../../../application/picks/movements';
import { learnedSentence, movementSentence } from './movement-text';
import type { WeightShift } from '../../../application/picks/weight-shifts';
import classes from './what-moved.module.css';

export interface WhatMovedProps {
  readonly moved: ReadonlyMap<string, Movement>;
  readonly learned: readonly WeightShift[];
  readonly titleOf: (key: string) => string;
  readonly onClose: () => void;
}

/** One line: what the last answer moved and what was learned. Screen readers get the same through the live region. */
export function WhatMoved({ moved, learned, titleOf, onClose }: WhatMovedProps): ReactNode {
  return (
    <section className={classes['line']} aria-label={picksText.whatMoved}>
      <p className={classes['words']}>
        {movementSentence(moved, titleOf)}
        {learned.length === 0 ? null : (
          <>
            {' '}
            <strong>{learnedSentence(learned)}</strong>
          </>
        )}
      </p>
      <CloseButton size="sm" aria-label={picksText.closeMoved} onClick={onClose} />
    </section>
  );
}
