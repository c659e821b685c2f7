import { useEffect, useState, type ReactNode } from 'react';
import { useAnnounce } from '../../../app/context/window-state-context';
import type { Movement } from '../../../application/picks/movements';
import type { PersonId } from '../../../domain/ids';
import { picksText } from '../../../text/picks';
import { taughtSentence } from '../../../text/taught';
import { QuietLine } from '../../../ui/quiet-line';
import type { PickContext } from '../use-pick-context';
import { movementSentence } from './movement-text';
import { useLastAnswer } from './use-last-answer';

export interface WhatMovedProps {
  /** Whose picks the page shows. */
  readonly people: readonly PersonId[];
  readonly context: Pick<PickContext, 'itemsById' | 'friendsById'>;
  /** What the line names as moved; the cards have badges. */
  readonly moved?: ReadonlyMap<string, Movement>;
  readonly titleOf?: (key: string) => string;
}

const NOTHING_MOVED: ReadonlyMap<string, Movement> = new Map();

/**
 * One line: what the last answer teaches, which is announced too, and what rose or fell (see `useAnnounceMoved`).
 * Entries that are merely new have a badge and need no line.
 */
export function WhatMoved({ people, context, moved = NOTHING_MOVED, titleOf = () => '' }: WhatMovedProps): ReactNode {
  const announce = useAnnounce();
  const answer = useLastAnswer(people);
  /** The answer and the movements whose line was closed. */
  const [closed, setClosed] = useState<{ readonly answer: string | null; readonly moved: unknown }>({
    answer: null,
    moved: null,
  });
  const title = answer === null ? undefined : context.itemsById.get(answer.itemId)?.title;
  const taught =
    answer === null || title === undefined
      ? null
      : taughtSentence(answer, title, context.friendsById.get(answer.personId)?.name ?? null);
  useEffect(() => {
    if (taught !== null) announce(taught);
  }, [announce, taught]);
  const shownTaught = answer?.id === closed.answer ? null : taught;
  const shownMoved = moved !== closed.moved && [...moved.values()].some(({ type }) => type !== 'new');
  if (shownTaught === null && !shownMoved) return null;
  return (
    <QuietLine
      label={picksText.whatMoved}
      closeLabel={picksText.closeMoved}
      onClose={() => {
        setClosed({ answer: answer?.id ?? null, moved });
      }}
    >
      {shownTaught === null ? null : <strong>{shownTaught}</strong>}{' '}
      {shownMoved ? movementSentence(moved, titleOf) : null}
    </QuietLine>
  );
}
