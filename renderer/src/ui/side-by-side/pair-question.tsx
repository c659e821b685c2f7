import { Button, Group, Kbd, Progress, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { twinsText } from '../../text/twins';
import { useOneKey } from '../use-one-key';
import type { PairLine } from './pair-facts';
import { pairCommand, type PairAnswer } from './pair-keys';
import { PairTable } from './pair-table';
import classes from './side-by-side.module.css';

export interface PairQuestionProps {
  readonly titles: readonly [string, string];
  readonly headings: readonly [ReactNode, ReactNode];
  readonly lines: readonly PairLine[];
  /** Why it is not certain, and what would become of the two: whole sentences. */
  readonly remarks: readonly string[];
  /** Place of the question, from 1, and how many there are in all; null: it is the only one. */
  readonly progress: { readonly place: number; readonly of: number } | null;
  /** An answer is being written: none is taken meanwhile. */
  readonly waiting: boolean;
  readonly onAnswer: (answer: PairAnswer) => void;
  /** Takes the last answer back; null where there is none. */
  readonly onBack: (() => void) | null;
  /** Lets the other one stay; null where that is no choice. */
  readonly onSwap: (() => void) | null;
  /** Answers all that are alike in the same way; null where there is no other. */
  readonly onAll: (() => void) | null;
  /** How many those are. */
  readonly allCount: number;
  readonly onLeave: () => void;
  /** Which keys there are. */
  readonly keys: string;
  /** Buttons beside the answers: how to leave. */
  readonly children?: ReactNode;
}

/** Are these two one thing? Both side by side, one key each. Nothing is decided without an answer. */
export function PairQuestion(props: PairQuestionProps): ReactNode {
  const { titles, headings, lines, remarks, progress, waiting, onAnswer, onBack, onSwap, onAll, allCount, onLeave } =
    props;
  const question = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // At the start, and where the button that had the focus is gone; else the focus stays where it was.
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body || activeElement.matches('main'))
      question.current?.focus();
  });
  const answer = (given: PairAnswer): void => {
    if (!waiting) onAnswer(given);
  };
  useOneKey(pairCommand, (command) => {
    if (command === 'same' || command === 'different') answer(command);
    else if (command === 'later') {
      if (progress === null) return false;
      answer(command);
    } else {
      const action = { back: onBack, swap: onSwap, all: onAll, leave: onLeave }[command];
      if (action === null) return false;
      if (!waiting) action();
    }
    return true;
  });
  return (
    <Stack gap="md">
      <div>
        <Group justify="space-between" align="baseline" wrap="nowrap" mb={6}>
          <Title order={2} ref={question} tabIndex={-1} className={classes['question'] ?? ''} aria-live="polite">
            {twinsText.question(...titles)}
          </Title>
          {progress === null ? null : (
            <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {twinsText.progress(progress.place, progress.of)}
            </Text>
          )}
        </Group>
        {progress === null ? null : (
          <Progress
            value={(100 * (progress.place - 1)) / progress.of}
            aria-label={twinsText.progressLabel}
            transitionDuration={200}
            size="sm"
          />
        )}
        {remarks.map((remark) => (
          <Text size="sm" c="dimmed" mt={6} key={remark}>
            {remark}
          </Text>
        ))}
      </div>
      <Group justify="space-between" className={classes['answers'] ?? ''}>
        <Group gap="xs">
          <Answer
            letter="S"
            variant="filled"
            word={twinsText.same}
            onClick={() => {
              answer('same');
            }}
          />
          <Answer
            letter="D"
            word={twinsText.different}
            onClick={() => {
              answer('different');
            }}
          />
          {progress === null ? null : (
            <Answer
              letter="L"
              word={twinsText.later}
              onClick={() => {
                answer('later');
              }}
            />
          )}
          {progress === null ? null : (
            <Answer letter="U" word={twinsText.undo} disabled={onBack === null} onClick={onBack ?? undefined} />
          )}
          {onAll === null ? null : <Answer letter="A" word={twinsText.allLike(allCount)} onClick={onAll} />}
        </Group>
        <Group gap="xs">{props.children}</Group>
      </Group>
      <PairTable headings={headings} lines={lines} />
      <Text size="sm" c="dimmed">
        {props.keys}
      </Text>
    </Stack>
  );
}

function Answer({
  word,
  letter,
  variant = 'default',
  disabled = false,
  onClick,
}: {
  readonly word: string;
  readonly letter: string;
  readonly variant?: 'default' | 'filled';
  readonly disabled?: boolean;
  readonly onClick: (() => void) | undefined;
}): ReactNode {
  return (
    <Button
      variant={variant}
      disabled={disabled}
      onClick={onClick}
      rightSection={
        <Kbd aria-hidden size="xs">
          {letter}
        </Kbd>
      }
    >
      {word}
    </Button>
  );
}
