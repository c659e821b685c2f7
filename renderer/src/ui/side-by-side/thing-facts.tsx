import type { ReactNode } from 'react';
import type { Item } from '../../domain/item';
import { lengthWords } from '../../text/length';
import { sideBySideText } from '../../text/side-by-side';
import { tagName } from '../../text/tag-names';
import { formatList, formatYear } from '../format';
import { KindLabel } from '../kind-label';
import classes from './side-by-side.module.css';

/** What is known of one of the things that are compared. */
export interface ComparedThing extends Pick<Item, 'title' | 'kind' | 'creators' | 'year' | 'tags' | 'length'> {
  /** Other titles it goes by. */
  readonly otherTitles: readonly string[];
}

const SHOWN_TAGS = 6;
const SHOWN_TITLES = 2;

/** All of it, a line each. Spans alone: it also stands inside a button. */
export function ThingFacts({ thing }: { readonly thing: ComparedThing }): ReactNode {
  const { title, kind, creators, year, tags, length, otherTitles } = thing;
  const time = [year === null ? [] : [formatYear(year)], length === null ? [] : [lengthWords(length, kind)]].flat();
  const isBare = creators.length === 0 && time.length === 0 && tags.length === 0;
  return (
    <>
      <span className={classes['title']}>{title}</span>
      <span>
        <KindLabel kind={kind} />
      </span>
      {creators.length === 0 ? null : <span>{formatList(creators)}</span>}
      {time.length === 0 ? null : <span>{time.join(' · ')}</span>}
      {tags.length === 0 ? null : (
        <span className={classes['quiet']}>{tags.slice(0, SHOWN_TAGS).map(tagName).join(', ')}</span>
      )}
      {otherTitles.length === 0 ? null : (
        <span className={classes['quiet']}>{sideBySideText.otherTitles(otherTitles.slice(0, SHOWN_TITLES))}</span>
      )}
      {isBare ? <span className={classes['quiet']}>{sideBySideText.nothingKnown}</span> : null}
    </>
  );
}
