import type { CSSProperties, ReactNode } from 'react';
import type { ItemFacts } from '../domain/item';
import { kindName } from '../text/kinds';
import classes from './cover.module.css';
import { coverInitials, coverStyle, titleScale } from './cover-style';
import { KindIcon } from './kind-label';

export interface CoverProps {
  readonly item: Pick<ItemFacts, 'kind' | 'title' | 'creators'>;
  /** small 36×50 (rows), medium 84×118 (cards), large 176×250 (the item's page). */
  readonly size?: 'small' | 'medium' | 'large';
}

/**
 * A cover made of type alone, since nothing is fetched: colour and pattern follow from kind and title.
 * Decorative (hidden from screen readers): the title always stands in words beside it.
 */
export function Cover({ item, size = 'small' }: CoverProps): ReactNode {
  const { colour, pattern } = coverStyle(item.kind, item.title);
  const style = {
    '--cover-colour': colour,
    '--title-scale': titleScale(item.title, size === 'large' ? 'large' : 'medium'),
  } as CSSProperties;
  const creator = item.creators[0];
  return (
    <span
      className={`${classes['cover'] ?? ''} ${classes[pattern] ?? ''} ${classes[size] ?? ''}`}
      style={style}
      aria-hidden
    >
      {size === 'small' ? (
        <>
          <KindIcon kind={item.kind} size={13} />
          <span>{coverInitials(item.title)}</span>
        </>
      ) : (
        <>
          <span className={classes['kind']}>
            <KindIcon kind={item.kind} size={size === 'large' ? 16 : 14} />
            {size === 'large' ? kindName(item.kind) : null}
          </span>
          <span className={classes['title']}>{item.title}</span>
          {size === 'large' && creator !== undefined ? <span className={classes['creator']}>{creator}</span> : null}
        </>
      )}
    </span>
  );
}
