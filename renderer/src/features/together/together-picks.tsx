import { Anchor, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ItemId, PersonId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { TogetherPick } from '../../domain/recommendation-request';
import type { TasteProfile } from '../../domain/taste-profile';
import { togetherText } from '../../text/together';
import { Cover } from '../../ui/cover';
import { formatList, formatYear } from '../../ui/format';
import { KindLabel } from '../../ui/kind-label';
import { paths } from '../../ui/paths';
import { cautiousPercent } from '../picks/fit-words';
import { fitSentence, levelOf } from './fit-sentence';
import classes from './together.module.css';

export interface TogetherPicksProps {
  readonly picks: readonly TogetherPick[];
  readonly waiting: boolean;
  readonly itemsById: ReadonlyMap<ItemId, Item>;
  readonly profilesById: ReadonlyMap<PersonId, TasteProfile>;
  readonly nameOf: (person: PersonId) => string;
  readonly label: string;
}

/** Things for several people, each with how much every one of them will like it. */
export function TogetherPicks({ picks, waiting, itemsById, profilesById, nameOf, label }: TogetherPicksProps): ReactNode {
  return (
    <ol className={classes['picks']} aria-label={label} aria-busy={waiting}>
      {picks.map(({ itemId, fits }) => {
        const item = itemsById.get(itemId);
        if (item === undefined) return null;
        return (
          <li key={itemId} className={classes['pick']}>
            <div className={classes['cover']}><Cover item={item} size="medium" /></div>
            <div className={classes['body']}>
              <div>
                <h3 className={classes['title']}><a href={paths.item(itemId)}>{item.title}</a></h3>
                <div className={classes['facts']}>
                  <span><KindLabel kind={item.kind} /></span>
                  {item.creators.length === 0 ? null : <span>{formatList(item.creators.slice(0, 2))}</span>}
                  {item.year === null ? null : <span>{formatYear(item.year)}</span>}
                </div>
              </div>
              <ul className={classes['people']} aria-label={togetherText.peopleLabel(item.title)}>
                {fits.map((fit) => <PersonFit key={fit.personId} fit={fit} name={nameOf(fit.personId)} profile={profilesById.get(fit.personId)} />)}
              </ul>
              <Anchor size="sm" href={paths.item(itemId)}>{togetherText.share}<VisuallyHidden>{togetherText.shareItem(item.title)}</VisuallyHidden></Anchor>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function PersonFit({ fit, name, profile }: { readonly fit: TogetherPick['fits'][number]; readonly name: string; readonly profile: TasteProfile | undefined }): ReactNode {
  const level = profile === undefined ? 'low' : levelOf(profile);
  const percent = cautiousPercent(fit.fit);
  return (
    <li className={`${classes['person'] ?? ''} ${level === 'low' ? (classes['low'] ?? '') : ''}`}>
      <span className={classes['who']}>{name}<VisuallyHidden>: </VisuallyHidden></span>
      <span className={classes['bar']} aria-hidden title={togetherText.fitSpoken(percent)}><span className={classes['fill']} style={{ display: 'block', width: `${String(percent)}%` }} /></span>
      <span className={classes['words']}>{fitSentence(fit, level)}{fit.chance === null ? null : <VisuallyHidden>. {togetherText.fitSpoken(percent)}.</VisuallyHidden>}</span>
    </li>
  );
}
