import { Button, Text, VisuallyHidden } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { OWNER_ID, type PersonId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { GroupRule, TogetherPick } from '../../domain/recommendation-request';
import type { TasteProfile } from '../../domain/taste-profile';
import { joinNames } from '../../text/picks';
import { togetherText } from '../../text/together';
import { Cover } from '../../ui/cover';
import { focusNth } from '../../ui/focus-nth';
import { paths } from '../../ui/paths';
import cards from '../slate/cards/card.module.css';
import { ItemFacts } from '../slate/cards/item-facts';
import { useCardKeys } from '../slate/cards/use-card-keys';
import { USUAL_NOTE } from '../slate/notes/draft-note';
import { ShareDialog } from '../slate/sharing/share-dialog';
import type { PickContext } from '../slate/use-pick-context';
import { groupFit, memberFacts } from './member-facts';
import classes from './together.module.css';

export interface TogetherPicksProps {
  /** Best first. */
  readonly picks: readonly TogetherPick[];
  readonly rule: GroupRule;
  readonly waiting: boolean;
  readonly context: PickContext;
  readonly profilesById: ReadonlyMap<PersonId, TasteProfile>;
  readonly nameOf: (person: PersonId) => string;
  readonly label: string;
}

/** Items for a group, each with its fit for all of them, by which they are in order, and for every person. */
export function TogetherPicks({
  picks,
  rule,
  waiting,
  context,
  profilesById,
  nameOf,
  label,
}: TogetherPicksProps): ReactNode {
  const { itemsById } = context;
  const list = useRef<HTMLOListElement>(null);
  const [sharing, setSharing] = useState<{
    readonly item: Item;
    readonly friendIds: readonly PersonId[];
    readonly place: number;
  } | null>(null);
  /** Index that takes the focus with the next answer, where the shared item may be missing. */
  const focusNext = useRef<number | null>(null);
  const shown = picks.flatMap(({ itemId, score, fits }) => {
    const item = itemsById.get(itemId);
    const friendIds = fits.map(({ personId }) => personId).filter((id) => id !== OWNER_ID);
    return item === undefined ? [] : [{ item, score, fits, friendIds }];
  });
  const order = shown.map(({ item }) => item.id).join(' ');
  useCardKeys(list, (command, place) => {
    const pick = shown[place];
    if (command === 'share' && pick !== undefined) setSharing({ item: pick.item, friendIds: pick.friendIds, place });
  });
  useEffect(() => {
    if (focusNext.current !== null && list.current?.contains(document.activeElement) === false)
      focusNth(list.current, 'button', focusNext.current);
    focusNext.current = null;
    // Only a new order moves the focus, never a mere re-render.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [order]);

  return (
    <>
      <ol className={cards['list']} aria-label={label} aria-busy={waiting} ref={list}>
        {shown.map(({ item, score, fits, friendIds }, place) => (
          <li key={item.id}>
            {/* Focusable from code, for the keys that move between cards. */}
            <article className={cards['card']} tabIndex={-1} aria-label={item.title}>
              <div className={cards['cover']}>
                <Cover item={item} size="medium" />
              </div>
              <div className={cards['body']}>
                <div>
                  <h3 className={cards['title']}>
                    <a href={paths.item(item.id)}>{item.title}</a>
                  </h3>
                  <ItemFacts item={item} />
                </div>
                <Text size="sm" className={cards['fit'] ?? ''}>
                  {togetherText.fitForAll[rule](
                    groupFit(
                      score,
                      fits.map(({ personId }) => profilesById.get(personId)),
                    ),
                  )}
                </Text>
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
                <div className={cards['actions']}>
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
              </div>
            </article>
          </li>
        ))}
      </ol>
      <Text size="xs" c="dimmed" visibleFrom="xs">
        {togetherText.shortcutHint}
      </Text>
      {sharing === null ? null : (
        <ShareDialog
          item={sharing.item}
          friendIds={sharing.friendIds}
          reasons={[]}
          noteStyle={USUAL_NOTE}
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
  const facts = memberFacts(fit, profile);
  return (
    <li className={classes['person']}>
      <span className={classes['who']}>
        {name}
        <VisuallyHidden>: </VisuallyHidden>
      </span>
      <span className={cards['facts']}>
        {[facts.fit, ...facts.others].map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
    </li>
  );
}
