import type { ReactNode } from 'react';
import { plainText, type TextPart } from '../reasons/text-part';
import classes from './card.module.css';

export interface ReasonListProps {
  readonly reasons: readonly (readonly TextPart[])[];
  /** Said where there is no reason. */
  readonly none: string;
}

/** Why: one line per reason, with titles and tags emphasised. */
export function ReasonList({ reasons, none }: ReasonListProps): ReactNode {
  return (
    <ul className={classes['reasons']}>
      {reasons.length === 0 ? <li>{none}</li> : null}
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
