import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { willBeThere, type PlannedLine } from '../../application/paste/plan-paste';
import { KINDS } from '../../domain/item';
import { kindName } from '../../text/kinds';
import { pasteText } from '../../text/paste';
import { RowList } from '../../ui/row-list';
import { PastedRow } from './pasted-row';
import type { NamedDestination } from './use-destinations';
import type { Paste } from './use-paste';

const TYPES = [
  'recognised',
  'doubtful',
  'typed',
  'there',
  'repeat',
  'heading',
  'too-long',
  'link',
  'left-out',
] as const;

/** What each line was taken for, and the one button that adds them all. */
export function PastePreview({
  paste,
  planned,
  chosen: { destination, name },
  onAdd,
  onGoThrough,
}: {
  readonly paste: Paste;
  readonly planned: readonly PlannedLine[];
  readonly chosen: NamedDestination;
  readonly onAdd: () => void;
  readonly onGoThrough: () => void;
}): ReactNode {
  const add = useRef<HTMLButtonElement>(null);
  // Enter adds them all.
  useEffect(() => {
    add.current?.focus();
  }, []);
  const { choices, change, notAsked, back, kind } = paste;
  const counts = TYPES.map((type) => [type, planned.filter(({ outcome }) => outcome.type === type).length] as const);
  const countOf = new Map(counts);
  const doubtful = countOf.get('doubtful') ?? 0;
  const unknown = planned.filter(
    ({ line, outcome: { type } }) => line.kind === null && (type === 'doubtful' || type === 'typed'),
  ).length;
  const count = planned.filter((one) => willBeThere(one, destination)).length;
  return (
    <Stack gap="md">
      <Text aria-live="polite">
        {pasteText.summary(
          planned.length,
          counts.flatMap(([type, many]) => (many === 0 ? [] : [pasteText.counts[type](many)])),
        )}
      </Text>
      {notAsked === null ? null : <Alert color="gray">{notAsked}</Alert>}
      <Group align="flex-end">
        <Button ref={add} disabled={count === 0} onClick={onAdd}>
          {destination.type === 'loves'
            ? pasteText.addLoves(count, name)
            : pasteText.add(count, name === '' ? null : name)}
        </Button>
        {doubtful === 0 ? null : (
          <Button variant="default" onClick={onGoThrough}>
            {pasteText.goThrough(doubtful)}
          </Button>
        )}
        <Button variant="default" onClick={back}>
          {pasteText.backToText}
        </Button>
        {unknown === 0 || kind !== null ? null : (
          <NativeSelect
            label={pasteText.unknownKind(unknown)}
            value={choices.unknownKind}
            data={[...new Set([...KINDS, choices.unknownKind])].map((one) => ({ value: one, label: kindName(one) }))}
            onChange={({ currentTarget: { value } }) => {
              change({ unknownKind: value });
            }}
          />
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {pasteText.addHint}
      </Text>
      <RowList
        label={pasteText.outcomes}
        count={planned.length}
        renderRow={(index) => {
          const one = planned[index];
          return one === undefined ? null : (
            <PastedRow
              planned={one}
              chosen={choices.byLine.get(one.line.number) ?? null}
              onChoose={(choice) => {
                const byLine = new Map(choices.byLine);
                if (choice === null) byLine.delete(one.line.number);
                else byLine.set(one.line.number, choice);
                change({ byLine });
              }}
            />
          );
        }}
      />
    </Stack>
  );
}
