import type { ReactNode } from 'react';
import type { Item } from '../../../domain/item';
import { formatList, formatYear } from '../../../ui/format';
import { KindLabel } from '../../../ui/kind-label';
import classes from './card.module.css';

const CREATORS_NAMED = 2;

/** One line under a title: kind, makers, year. `children` are further facts, each a span. */
export function ItemFacts({ item, children }: { readonly item: Item; readonly children?: ReactNode }): ReactNode {
  return (
    <div className={classes['facts']}>
      <span>
        <KindLabel kind={item.kind} />
      </span>
      {item.creators.length === 0 ? null : <span>{formatList(item.creators.slice(0, CREATORS_NAMED))}</span>}
      {item.year === null ? null : <span>{formatYear(item.year)}</span>}
      {children}
    </div>
  );
}
