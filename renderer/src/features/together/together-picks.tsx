import { Button, VisuallyHidden } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { OWNER_ID, type PersonId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { TogetherPick } from '../../domain/recommendation-request';
import type { TasteProfile } from '../../domain/taste-profile';
import { joinNames } from '../../text/picks';
import { togetherText } from '../../text/together';
import { Cover } from '../../ui/cover';
import { focusNth } from '../../ui/focus-nth';
import { formatList, formatYear } from '../../ui/format';
import { KindLabel } from '../../ui/kind-label';
import { paths } from '../../ui/paths';
import { cautiousPercent } from '../slate/cards/fit-words';
import { ShareDialog } from '../slate/sharing/share-dialog';
import type { PickContext } from '../slate/use-pick-context';
import { fitSentence, levelOf } from './fit-sentence';
import classes from './together.module.css';

export interface TogetherPicksProps {
  readonly picks: readonly TogetherPick[];
  readonly waiting: boolean;
  readonly context: PickContext;
  readonly profilesById: ReadonlyMap<PersonId, TasteProfile>;
  readonly nameOf: (person: PersonId) => string;
  readonly label: string;
}

/** Items for a group, each with the fit of every person. */
export function TogetherPicks({ picks, waiting, context, profilesById, nameOf, label }: TogetherPicksProps): ReactNode {
  const { itemsById } = context;
  const list = useRef<HTMLOListElement>(null);
  const [sharing, setSharing] = useState<{
    readonly item: Item;
    readonly friendIds: readonly PersonId[];
    readonly place: number;
  } | null>(null);
  /** Index that takes the focus with the next answer, where the shared item may be missing. */
  const focusNext = useRef<number | null>(null);
  const order = picks.map(({ itemId }) => itemId).join(' ');
  useEffect(() => {
    if (focusNext.current !== null && list.current?.contains(document.activeElement) === false)
      focusNth(list.current, 'button', focusNext.current);
    focusNext.current = null;
    // Only a new order moves the focus, never a mere re-render.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [order]);

  return (
    <>
      <ol className={classes['picks']} aria-label={label} aria-busy={waiting} ref={list}>
        {picks.map(({ itemId, fits }, place) => {
          const item = itemsById.get(itemId);
          if (item === undefined) return null;
          const friendIds = fits.map(({ personId }) => personId).filter((id) => id !== OWNER_ID);
          return (
            <li key={itemId} className={classes['pick']}>
              <div className={classes['cover']}>
                <Cover item={item} size="medium" />
              </div>
              <div className={classes['body']}>
                <div>
                  <h3 className={classes['title']}>
                    <a href={paths.item(itemId)}>{item.title}</a>
                  </h3>
                  <div className={classes['facts']}>
                    <span>
                      <KindLabel kind={item.kind} />
                    </span>
                    {item.creators.length === 0 ? null : <span>{formatList(item.creators.slice(0, 2))}</span>}
                    {item.year === null ? null : <span>{formatYear(item.year)}</span>}
                  </div>
                </div>
                <ul className={classes['people']} aria-label={togetherText.peopleLabel(item.title)}>
                  {fits.map((fit) => (
                    <PersonFit
                      key={fit.personId}
                      fit={fit}
                      name={nameOf(fit.personId)}
                      profile={profilesById.get(fit.personId)}
                    />
                  ))}
                </ul>
                <Button
                  size="xs"
                  variant="light"
                  aria-haspopup="dialog"
                  leftSection={<IconSend size={16} aria-hidden />}
                  onClick={() => {
                    setSharing({ item, friendIds, place });
                  }}
                >
                  {togetherText.shareWith(joinNames(friendIds.map(nameOf)))}
                  <VisuallyHidden>{togetherText.shareItem(item.title)}</VisuallyHidden>
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {sharing === null ? null : (
        <ShareDialog
          item={sharing.item}
          friendIds={sharing.friendIds}
          reasons={[]}
          editedNote={null}
          noteLength="usual"
          context={context}
          onClose={(shared) => {
            setSharing(null);
            focusNth(list.current, 'button', sharing.place);
            if (shared) focusNext.current = sharing.place;
          }}
        />
      )}
    </>
  );
}

function PersonFit({
  fit,
  name,
  profile,
}: {
  readonly fit: TogetherPick['fits'][number];
  readonly name: string;
  readonly profile: TasteProfile | undefined;
}): ReactNode {
  const level = profile === undefined ? 'low' : levelOf(profile);
  const percent = cautiousPercent(fit.fit);
  return (
    <li className={`${classes['person'] ?? ''} ${level === 'low' ? (classes['low'] ?? '') : ''}`}>
      <span className={classes['who']}>
        {name}
        <VisuallyHidden>: </VisuallyHidden>
      </span>
      <span className={classes['bar']} aria-hidden title={togetherText.fitSpoken(percent)}>
        <span className={classes['fill']} style={{ display: 'block', width: `${String(percent)}%` }} />
      </span>
      <span className={classes['words']}>
        {fitSentence(fit, level)}
        {fit.chance === null ? null : <VisuallyHidden>. {togetherText.fitSpoken(percent)}.</VisuallyHidden>}
      </span>
    </li>
  );
}
