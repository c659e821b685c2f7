import type { ReactNode } from 'react';
import { pointsToPerson } from '../../../application/picks/evidence';
import type { Recommendation } from '../../../domain/recommendation';
import { fitText } from '../../../text/fit';
import classes from './card.module.css';
import { chanceWords, fitWords } from './fit-words';

export interface FitLineProps {
  readonly recommendation: Pick<Recommendation, 'fit' | 'chance' | 'confidence' | 'reasons' | 'wildcard'>;
  /** Further facts, each a span. */
  readonly children?: ReactNode;
}

/** One line: how well it fits, "8 in 10 to like it", how sure that is. A wildcard was drawn, and claims no fit. */
export function FitLine({ recommendation, children }: FitLineProps): ReactNode {
  const { fit, chance, confidence, reasons, wildcard } = recommendation;
  const likely = chanceWords(chance);
  return (
    <div className={classes['facts']}>
      {wildcard ? null : (
        <span>
          <strong className={classes['fit']}>
            {fitWords(fit, { confidence, pointed: pointsToPerson(reasons), chance })}
          </strong>
        </span>
      )}
      {likely === null ? null : <span>{likely}</span>}
      <span>{fitText.confidence[confidence]}</span>
      {children}
    </div>
  );
}
