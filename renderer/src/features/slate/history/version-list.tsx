import { Alert, Badge, Button, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useServices } from '../../../app/context/services';
import { useSettings } from '../../../app/context/settings-context';
import { useLibrary } from '../../../app/context/use-library';
import { useLive } from '../../../app/context/use-live';
import type { HistorySubject, SubjectHistory } from '../../../domain/history';
import { historyText } from '../../../text/history';
import { sharesText } from '../../../text/shares';
import { focusNth } from '../../../ui/focus-nth';
import { formatDateTime } from '../../../ui/format';
import { describeEntry, type HistoryWords } from './describe-history';
import classes from './version-list.module.css';

/** Shown at first, and added by each press of the button. */
const SHOWN = 20;

export interface VersionListProps {
  readonly history: SubjectHistory;
  /** @param sequence of an entry */
  readonly onBringBack: (sequence: number) => void;
}

/** The versions that the journal has, newest first. */
export function VersionList({ history, onBringBack }: VersionListProps): ReactNode {
  const { subject, entries, unreadable } = history;
  const words = useHistoryWords(subject);
  const list = useRef<HTMLOListElement>(null);
  const [shown, setShown] = useState(SHOWN);
  const older = Math.min(SHOWN, entries.length - shown);
  // The button that showed them may be gone, and the focus with it.
  useEffect(() => {
    if (shown > SHOWN) focusNth(list.current, 'li', shown - SHOWN);
  }, [shown]);
  if (words === undefined) return null;
  return (
    <>
      {unreadable === 0 ? null : <Alert color="amber">{historyText.unreadable(unreadable)}</Alert>}
      <ol ref={list} className={classes['versions']}>
        {entries.slice(0, shown).map((entry, index) => {
          const when = formatDateTime(entry.at);
          return (
            <li key={entry.sequence} className={classes['version']} tabIndex={-1}>
              <div className={classes['words']}>
                <Text size="xs" c="dimmed">
                  {when}
                </Text>
                {describeEntry(entry, index === entries.length - 1, words).map((line) => (
                  <Text key={line} size="sm">
                    {line}
                  </Text>
                ))}
              </div>
              {entry.isNow ? (
                <Badge variant="light" color="gray" tt="none" fw={500} flex="none">
                  {historyText.now}
                </Badge>
              ) : entry.standing === 'there' ? (
                <Button
                  size="compact-sm"
                  variant="light"
                  flex="none"
                  aria-label={historyText.bringBackOf(when)}
                  onClick={() => {
                    onBringBack(entry.sequence);
                  }}
                >
                  {historyText.bringBack}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ol>
      {older > 0 ? (
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            setShown((count) => count + SHOWN);
          }}
        >
          {historyText.showOlder(older)}
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {entries.length === 0 ? historyText.nothing : entries.length === 1 ? historyText.unchanged : historyText.end}
        </Text>
      )}
    </>
  );
}

/** Undefined until the friends were read. */
function useHistoryWords({ type }: HistorySubject): HistoryWords | undefined {
  const { people, library } = useServices();
  const { ratingScale } = useSettings();
  const { byId } = useLibrary(library);
  const friends = useLive(() => people.friends({ includeArchived: true }), [people]);
  if (friends === undefined) return undefined;
  const names = new Map(friends.map(({ id, name }) => [id, name]));
  return {
    scale: ratingScale,
    titleOf: type === 'item' ? null : (id) => byId.get(id)?.title ?? sharesText.gone,
    nameOf: (id) => names.get(id) ?? sharesText.somebody,
  };
}
