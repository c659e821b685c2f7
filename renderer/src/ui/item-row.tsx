import type { ReactNode } from 'react';
import type { Item } from '../domain/item';
import { uiText } from '../text/ui';
import { Cover } from './cover';
import { formatList, formatYear } from './format';
import classes from './item-row.module.css';
import { KindLabel } from './kind-label';
import { paths } from './paths';

export interface ItemRowProps {
  readonly item: Item;
  /** After kind, creators and year: a rating, a date, a level. */
  readonly meta?: ReactNode;
  /** A second line. */
  readonly children?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
}

/** One thing in a list: cover, title (a link to its page), facts, and what the page adds. */
export function ItemRow({ item, meta, children, actions }: ItemRowProps): ReactNode {
  return (
    <div className={classes['row']}>
      <Cover item={item} />
      <div className={classes['body']}>
        <a className={classes['title']} href={paths.item(item.id)}>{item.title === '' ? uiText.untitled : item.title}</a>
        <div className={classes['facts']}>
          <KindLabel kind={item.kind} />
          {item.creators.length === 0 ? null : <span>{formatList(item.creators.slice(0, 3))}</span>}
          {item.year === null ? null : <span>{formatYear(item.year)}</span>}
          {meta}
        </div>
        {children}
      </div>
      {actions === undefined ? null : <div className={classes['actions']}>{actions}</div>}
    </div>
  );
}
