import { Button, Group, Kbd, Progress, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { sideBySideText } from '../../text/side-by-side';
import { useOneKey } from '../use-one-key';
import { sideBySideCommand, type SideBySideAnswer } from './side-by-side-keys';
import classes from './side-by-side.module.css';
import { ThingFacts, type ComparedThing } from './thing-facts';

export interface SideBySideProps {
  /** What is asked about, and where it stands: "In your library". */
  readonly thing: ComparedThing;
  readonly thingLabel: string;
  /** What it may be, closest first, and where each comes from. At most nine can be answered by a key. */
  readonly candidates: readonly { readonly thing: ComparedThing; readonly label: string }[];
  /** Why it is not certain, as a sentence; null where that says nothing. */
  readonly doubt: string | null;
  /** Place of the question, from 1, and how many there are in all. */
  readonly progress: { readonly place: number; readonly of: number };
  /** An answer is being written: none is taken meanwhile. */
  readonly waiting: boolean;
  readonly onAnswer: (answer: SideBySideAnswer) => void;
  /** Takes the last answer back; null where there is none. */
  readonly onBack: (() => void) | null;
  /** Buttons beside the answers: how to leave. */
  readonly children?: ReactNode;
}

/** A thing beside those it may be: one key each. Nothing is decided without an answer. */
export function SideBySide({
  thing,
  thingLabel,
  candidates,
  doubt,
  progress: { place, of },
  waiting,
  onAnswer,
  onBack,
  children,
}: SideBySideProps): ReactNode {
  const answer = (given: SideBySideAnswer): void => {
    if (!waiting) onAnswer(given);
  };
  const question = useRef<HTMLHeadingElement>(null);
  const asked = sideBySideText.question(thing.title, candidates.length);
  useEffect(() => {
    // At the start, and where the button that had the focus is gone; else the focus stays where it was.
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body || activeElement.matches('main'))
      question.current?.focus();
  });
  useOneKey(
    (press) => sideBySideCommand(press, candidates.length),
    (command) => {
      if (command !== 'back') answer(command);
      else if (onBack === null) return false;
      else if (!waiting) onBack();
      return true;
    },
  );
  return (
    <Stack gap="md">
      <div>
        <Group justify="space-between" align="baseline" wrap="nowrap" mb={6}>
          <Title order={2} ref={question} tabIndex={-1} className={classes['question'] ?? ''} aria-live="polite">
            {asked}
          </Title>
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {sideBySideText.progress(place, of)}
          </Text>
        </Group>
        <Progress
          value={(100 * (place - 1)) / of}
          aria-label={sideBySideText.progressLabel}
          transitionDuration={200}
          size="sm"
        />
        {doubt === null ? null : (
          <Text size="sm" c="dimmed" mt={6}>
            {doubt}
          </Text>
        )}
      </div>
      <div className={classes['both']}>
        <div className={classes['own']}>
          <span className={classes['label']}>{thingLabel}</span>
          <ThingFacts thing={thing} />
        </div>
        <fieldset aria-label={sideBySideText.candidates} className={classes['candidates']}>
          {candidates.map((candidate, index) => (
            <UnstyledButton
              // The same buttons for every question, so that the focus stays.
              key={index}
              className={classes['candidate'] ?? ''}
              aria-disabled={waiting}
              onClick={() => {
                answer(index);
              }}
            >
              <span className={classes['label']}>
                {candidate.label}
                <Kbd aria-hidden>{index + 1}</Kbd>
              </span>
              <ThingFacts thing={candidate.thing} />
            </UnstyledButton>
          ))}
        </fieldset>
      </div>
      <Group justify="space-between">
        <Group gap="xs">
          <Button
            variant="default"
            onClick={() => {
              answer('none');
            }}
          >
            {sideBySideText.none}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              answer('later');
            }}
          >
            {sideBySideText.later}
          </Button>
          <Button variant="default" disabled={onBack === null} onClick={onBack ?? undefined}>
            {sideBySideText.back}
          </Button>
        </Group>
        {children}
      </Group>
      <Text size="sm" c="dimmed">
        {sideBySideText.keys(candidates.length)}
      </Text>
    </Stack>
  );
}
