import type { ReactNode } from 'react';
import { plainText, type TextPart } from '../reasons/text-part';
import classes from './card.module.css';

export interface ReasonListProps {
  /** Never none: where there is nothing to say, that is said. */
  readonly reasons: readonly (readonly TextPart[])[];
}

/** Why: one line per reason, with titles and tags emphasised. */
export function ReasonList({ reasons }: ReasonListProps): ReactNode {
  return (
    <ul className={classes['reasons']}>
      {reasons.map((parts) => (
        <li key={plainText(parts)}>
          {parts.map((part) =>
            part.emphasis ? <em key={part.text}>{part.text}</em> : <span key={part.text}>{part.text}</span>,
          )}
        </li>
      ))}
    </ul>
  );
}
