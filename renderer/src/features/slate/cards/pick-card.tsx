import { Badge, Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import type { Item } from '../../../domain/item';
import type { Person } from '../../../domain/person';
import type { Recommendation } from '../../../domain/recommendation';
import { picksText } from '../../../text/picks';
import { Cover } from '../../../ui/cover';
import { paths } from '../../../ui/paths';
import { PersonAvatar } from '../../../ui/person-avatar';
import classes from './card.module.css';
import type { SentLately } from '../../../application/sharing/sent-lately';
import { ItemFacts } from './item-facts';
import { PickFacts } from './pick-facts';
import type { NoteStyle } from '../notes/draft-note';
import { PickNote } from '../notes/pick-note';
import type { TextPart } from '../reasons/text-part';
import type { Movement } from '../../../application/picks/movements';
import { movementLabel } from '../movement/movement-text';
import type { WildcardFacts } from '../wildcard/wildcard-facts';
import { WildcardLabel } from '../wildcard/wildcard-label';
import { QuietButton } from './quiet-button';

/** Answers to a pick other than sharing it. */
export type PickAnswer = 'not-for-them' | 'knows-it' | 'postponed';

export interface PickCardProps {
  readonly recommendation: Recommendation;
  readonly item: Item;
  readonly friend: Person;
  /** What the page is about; the card names the rest. */
  readonly subject: 'friend' | 'item' | 'pair';
  readonly movement: Movement | undefined;
  readonly sent: SentLately;
  readonly reasons: readonly (readonly TextPart[])[];
  /** How the wildcard was drawn; null for other picks and where it was not recorded. */
  readonly wildcard: WildcardFacts | null;
  readonly note: string;
  readonly noteEdited: boolean;
  readonly noteStyle: NoteStyle;
  /** Signs the notes; may be empty. */
  readonly ownerName: string;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
  readonly onNote: (note: string | null) => void;
  readonly onNoteStyle: (style: NoteStyle) => void;
  readonly onWhy: () => void;
  readonly onShare: () => void;
  readonly onAnswer: (answer: PickAnswer) => void;
}

/** One recommendation: item, fit and reasons, the note to send, and buttons for every answer. */
export function PickCard(props: PickCardProps): ReactNode {
  const { recommendation, item, friend, subject, movement, sent, reasons } = props;
  const heading = useId();
  const thing = useId();
  const toFriend = <a href={paths.friend(friend.id)}>{friend.name}</a>;
  const toItem = <a href={paths.item(item.id)}>{item.title}</a>;
  return (
    // The card itself takes the focus, so that the keys of pick-shortcuts.ts have a place to act on.
    <article
      className={`${classes['card'] ?? ''} ${subject === 'pair' ? (classes['compact'] ?? '') : ''}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-labelledby={subject === 'pair' ? `${heading} ${thing}` : heading}
      data-pick={`${friend.id}:${item.id}`}
    >
      {subject === 'item' ? (
        <PersonAvatar name={friend.name} size="lg" />
      ) : (
        <div className={classes['cover']}>
          <Cover item={item} size="medium" />
        </div>
      )}
      <div className={classes['body']}>
        <div className={classes['head']}>
          <div style={{ minWidth: 0 }}>
            <h3 className={classes['title']} id={heading}>
              {subject === 'friend' ? toItem : toFriend}
            </h3>
            {subject === 'pair' ? (
              <p className={classes['thing']} id={thing}>
                {toItem}
              </p>
            ) : null}
            {subject === 'item' ? null : <ItemFacts item={item} />}
          </div>
          <div className={classes['aside']}>
            {subject === 'pair' ? <span>{picksText.sentThisWeek(sent.thisWeek, sent.cap)}</span> : null}
            {movement === undefined ? null : (
              <Badge variant="light" color={movement.type === 'down' ? 'gray' : 'forest'} tt="none" flex="none">
                {movementLabel(movement)}
              </Badge>
            )}
          </div>
        </div>
        {recommendation.wildcard ? <WildcardLabel facts={props.wildcard} friendName={friend.name} /> : null}
        <PickFacts recommendation={recommendation} sent={sent} showWeek={subject === 'item'} reasons={reasons} />
        <PickNote
          item={item}
          ownerName={props.ownerName}
          note={props.note}
          edited={props.noteEdited}
          style={props.noteStyle}
          editing={props.editing}
          onEditing={props.onEditing}
          onChange={props.onNote}
          onStyle={props.onNoteStyle}
        />
        <div className={classes['actions']}>
          <Button size="xs" mr={6} leftSection={<IconSend size={16} aria-hidden />} onClick={props.onShare}>
            {picksText.share}
          </Button>
          <QuietButton opensDialog onClick={props.onWhy}>
            {picksText.why}
          </QuietButton>
          <QuietButton
            onClick={() => {
              props.onAnswer('not-for-them');
            }}
          >
            {picksText.notForThem}
          </QuietButton>
          <QuietButton
            onClick={() => {
              props.onAnswer('knows-it');
            }}
          >
            {picksText.knowsIt}
          </QuietButton>
          <QuietButton
            onClick={() => {
              props.onAnswer('postponed');
            }}
          >
            {picksText.later}
          </QuietButton>
        </div>
      </div>
    </article>
  );
}
