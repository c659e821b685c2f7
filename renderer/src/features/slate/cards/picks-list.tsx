import { Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useServices } from '../../../app/context/services';
import { useAction } from '../../../app/context/use-action';
import type { WildcardRecord } from '../../../domain/exploration';
import type { Recommendation } from '../../../domain/recommendation';
import { picksText } from '../../../text/picks';
import { focusNth } from '../../../ui/focus-nth';
import { formatRating } from '../../../ui/format';
import { BreakdownDialog } from '../breakdown/breakdown-dialog';
import { sentLately } from '../../../application/sharing/sent-lately';
import { draftNote, USUAL_NOTE, type NoteStyle } from '../notes/draft-note';
import { useNoteDrafts } from '../notes/use-note-drafts';
import { type PickAnswer, PickCard } from './pick-card';
import classes from './card.module.css';
import { reasonTexts } from '../reasons/reason-text';
import { useAnswered } from './use-answered';
import { placeOf, useCardKeys } from './use-card-keys';
import { ShareDialog } from '../sharing/share-dialog';
import type { Movement } from '../../../application/picks/movements';
import type { PickContext } from '../use-pick-context';
import { recommendationKey } from '../../../application/picks/slate-history';
import type { PickQuestion } from '../../../application/picks/pick-questions';
import { wildcardFacts } from '../wildcard/wildcard-facts';

export interface PicksListProps {
  readonly recommendations: readonly Recommendation[];
  readonly moved: ReadonlyMap<string, Movement>;
  readonly context: PickContext;
  /** Builds the request for a friend's picks: their breakdown is asked with the same one. */
  readonly question: PickQuestion | undefined;
  /** How the slate's wildcard was drawn. */
  readonly wildcard?: WildcardRecord | null;
  readonly subject: 'friend' | 'item' | 'pair';
  readonly label: string;
}

/** Reasons on a card; "Why this?" has all of them. */
const REASONS_SHOWN = { friend: 2, item: 2, pair: 1 } as const;

/**
 * The cards of a slate, with the keys of pick-shortcuts.ts, the share dialog and the breakdown. The focus keeps its
 * place.
 */
export function PicksList({
  recommendations,
  moved,
  context,
  question,
  wildcard = null,
  subject,
  label,
}: PicksListProps): ReactNode {
  const { taste, clock } = useServices();
  const run = useAction();
  const list = useRef<HTMLOListElement>(null);
  /** Place of the card that has the focus; null where it is elsewhere. */
  const focusedAt = useRef<number | null>(null);
  const notes = useNoteDrafts();
  const [styles, setStyles] = useState<ReadonlyMap<string, NoteStyle>>(new Map());
  const [editing, setEditing] = useState<string | null>(null);
  const [sharing, setSharing] = useState<{ readonly pick: Recommendation; readonly place: number } | null>(null);
  const [explaining, setExplaining] = useState<{ readonly pick: Recommendation; readonly place: number } | null>(null);
  const answered = useAnswered(recommendations);
  const shown = recommendations.flatMap((recommendation) => {
    const item = context.itemsById.get(recommendation.itemId);
    const friend = context.friendsById.get(recommendation.personId);
    return item === undefined || friend === undefined || answered.keys.has(recommendationKey(recommendation))
      ? []
      : [{ recommendation, item, friend }];
  });
  const order = shown.map(({ recommendation }) => recommendationKey(recommendation)).join(' ');

  // When the focused card disappears (answered, or not in the next slate), the one now in its place takes the focus.
  useEffect(() => {
    if (focusedAt.current !== null && list.current?.contains(document.activeElement) === false)
      focusNth(list.current, 'article', focusedAt.current);
    // Only a new order of cards moves the focus, never a mere re-render.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [order]);

  const hide = (recommendation: Recommendation): void => {
    setEditing(null);
    answered.add(recommendationKey(recommendation));
  };
  const answer = (recommendation: Recommendation, type: PickAnswer): void => {
    hide(recommendation);
    const { personId, itemId } = recommendation;
    void run(() => taste.recordTaste({ personId, itemId, type })).then((receipt) => {
      if (receipt === undefined) answered.clear();
    });
  };
  useCardKeys(list, (command, place) => {
    const pick = shown[place]?.recommendation;
    if (pick === undefined) return;
    switch (command) {
      case 'why':
        setExplaining({ pick, place });
        break;
      case 'share':
        setSharing({ pick, place });
        break;
      case 'note':
        setEditing(recommendationKey(pick));
        break;
      case 'notForThem':
        answer(pick, 'not-for-them');
        break;
      case 'knowsIt':
        answer(pick, 'knows-it');
        break;
      case 'later':
        answer(pick, 'postponed');
        break;
    }
  });

  const now = clock();
  const { settings, itemsById, spellings, friendsById, shares } = context;
  const explainedItem = explaining === null ? undefined : itemsById.get(explaining.pick.itemId);
  const explainedFriend = explaining === null ? undefined : friendsById.get(explaining.pick.personId);
  const sharingItem = sharing === null ? undefined : itemsById.get(sharing.pick.itemId);
  return (
    <>
      {/* The listeners only note which card has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol
        className={classes['list']}
        aria-label={label}
        ref={list}
        onFocus={({ target }) => {
          focusedAt.current = placeOf(list.current, target);
        }}
        onBlur={() => {
          focusedAt.current = null;
        }}
      >
        {shown.map(({ recommendation, item, friend }, index) => {
          const key = recommendationKey(recommendation);
          const note = notes.of([friend.id], item.id);
          const noteStyle = styles.get(key) ?? USUAL_NOTE;
          return (
            <li key={key}>
              <PickCard
                recommendation={recommendation}
                item={item}
                friend={friend}
                subject={subject}
                movement={moved.get(key)}
                sent={sentLately(shares, friend.id, item.id, friendsById, settings.weeklySendCap, now)}
                reasons={reasonTexts(
                  recommendation,
                  {
                    item,
                    friendName: friend.name,
                    itemsById,
                    spellings,
                    formatRating: (rating) => formatRating(rating, settings.ratingScale),
                  },
                  REASONS_SHOWN[subject],
                )}
                wildcard={wildcardFacts(wildcard, item.id)}
                note={
                  note ??
                  draftNote({
                    item,
                    friendNames: [friend.name],
                    reasons: recommendation.reasons,
                    itemsById,
                    spellings,
                    ownerName: settings.ownerName,
                    style: noteStyle,
                  })
                }
                noteEdited={note !== null}
                noteStyle={noteStyle}
                ownerName={settings.ownerName}
                editing={editing === key}
                onEditing={(open) => {
                  setEditing(open ? key : null);
                  if (!open) focusNth(list.current, 'article', index);
                }}
                onNote={(next) => {
                  notes.set([friend.id], item.id, next);
                }}
                onNoteStyle={(style) => {
                  setStyles((last) => new Map([...last, [key, style]]));
                }}
                onWhy={() => {
                  setExplaining({ pick: recommendation, place: index });
                }}
                onShare={() => {
                  setSharing({ pick: recommendation, place: index });
                }}
                onAnswer={(type) => {
                  answer(recommendation, type);
                }}
              />
            </li>
          );
        })}
      </ol>
      {shown.length === 0 ? null : (
        <Text size="xs" c="dimmed" mt="sm" visibleFrom="xs">
          {picksText.shortcutHint}
        </Text>
      )}
      {sharing === null || sharingItem === undefined ? null : (
        <ShareDialog
          item={sharingItem}
          friendIds={[sharing.pick.personId]}
          reasons={sharing.pick.reasons}
          noteStyle={styles.get(recommendationKey(sharing.pick)) ?? USUAL_NOTE}
          context={context}
          onClose={(shared) => {
            setSharing(null);
            focusedAt.current = sharing.place;
            // The next slate may have come while the share was being recorded: then the place is filled already.
            if (shared && recommendations.includes(sharing.pick)) hide(sharing.pick);
            else focusNth(list.current, 'article', sharing.place);
          }}
        />
      )}
      {explaining === null || explainedItem === undefined || explainedFriend === undefined ? null : (
        <BreakdownDialog
          item={explainedItem}
          person={explainedFriend}
          itemsById={itemsById}
          question={question}
          onClose={() => {
            setExplaining(null);
            focusNth(list.current, 'article', explaining.place);
          }}
        />
      )}
    </>
  );
}
