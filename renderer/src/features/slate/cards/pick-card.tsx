import { Badge, Button, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import type { Item } from '../../../domain/item';
import type { Person } from '../../../domain/person';
import type { Recommendation } from '../../../domain/recommendation';
import { picksText } from '../../../text/picks';
import { Cover } from '../../../ui/cover';
import { formatList, formatYear } from '../../../ui/format';
import { KindLabel } from '../../../ui/kind-label';
import { paths } from '../../../ui/paths';
import { PersonAvatar } from '../../../ui/person-avatar';
import classes from './pick-card.module.css';
import type { SentLately } from '../../../application/sharing/sent-lately';
import { PickFacts } from './pick-facts';
import type { NoteLength } from '../notes/draft-note';
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
  readonly noteLength: NoteLength;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
  readonly onNote: (note: string | null) => void;
  readonly onNoteLength: (length: NoteLength) => void;
  readonly onWhy: () => void;
  readonly onShare: () => void;
  readonly onAnswer: (answer: PickAnswer) => void;
}

/** One recommendation: item, fit and reasons, the note to send, and buttons for every answer. */
export function PickCard(props: PickCardProps): ReactNode {
  const { recommendation, item, friend, subject, movement, sent, reasons } = props;
  const heading = useId();
  return (
    // The card itself takes the focus, so that the keys of pick-shortcuts.ts have a place to act on.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <article className={classes['card']} tabIndex={0} aria-labelledby={heading} data-pick={`${friend.id}:${item.id}`}>
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
              {subject === 'item' ? (
                <a href={paths.friend(friend.id)}>{friend.name}</a>
              ) : (
                <a href={paths.item(item.id)}>{item.title}</a>
              )}
            </h3>
            {subject === 'item' ? null : (
              <div className={classes['facts']}>
                <span>
                  <KindLabel kind={item.kind} />
                </span>
                {item.creators.length === 0 ? null : <span>{formatList(item.creators.slice(0, 2))}</span>}
                {item.year === null ? null : <span>{formatYear(item.year)}</span>}
              </div>
            )}
            {subject === 'pair' ? (
              <Text size="sm" fw={600} mt={2}>
                <a href={paths.friend(friend.id)} style={{ color: 'var(--mantine-color-anchor)' }}>
                  {picksText.forFriend(friend.name)}
                </a>
              </Text>
            ) : null}
          </div>
          {movement === undefined ? null : (
            <Badge variant="light" color={movement.type === 'down' ? 'gray' : 'forest'} tt="none" flex="none">
              {movementLabel(movement)}
            </Badge>
          )}
        </div>
        {recommendation.wildcard ? <WildcardLabel facts={props.wildcard} friendName={friend.name} /> : null}
        <PickFacts recommendation={recommendation} friendName={friend.name} sent={sent} reasons={reasons} />
        <PickNote
          title={item.title}
          note={props.note}
          edited={props.noteEdited}
          length={props.noteLength}
          editing={props.editing}
          onEditing={props.onEditing}
          onChange={props.onNote}
          onLength={props.onNoteLength}
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
