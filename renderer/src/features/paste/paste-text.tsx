import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { KINDS } from '../../domain/item';
import { kindNamePlural } from '../../text/kinds';
import { pasteText } from '../../text/paste';
import type { NamedDestination } from './use-destinations';
import type { Paste } from './use-paste';

const ANY_KIND = '';

/** The text, where it goes and what it is. */
export function PasteText({
  paste: { draft, kind, setKind, read },
  destinations,
  chosen,
  onChoose,
}: {
  readonly paste: Paste;
  readonly destinations: readonly NamedDestination[];
  readonly chosen: NamedDestination;
  readonly onChoose: (label: string) => void;
}): ReactNode {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
    >
      <Textarea
        label={pasteText.lines}
        placeholder={pasteText.placeholder}
        autosize
        minRows={8}
        maxRows={14}
        data-autofocus
        value={draft.value}
        onChange={({ currentTarget: { value } }) => {
          draft.change(() => value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          read();
        }}
      />
      <Group align="flex-end" mt="md">
        <NativeSelect
          label={pasteText.where}
          value={chosen.label}
          data={destinations.map(({ label }) => label)}
          onChange={({ currentTarget: { value } }) => {
            onChoose(value);
          }}
        />
        <NativeSelect
          label={pasteText.kind}
          value={kind ?? ANY_KIND}
          data={[
            { value: ANY_KIND, label: pasteText.anyKind },
            ...KINDS.filter((one) => one !== 'other').map((one) => ({ value: one, label: kindNamePlural(one) })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            setKind(value === ANY_KIND ? null : value);
          }}
        />
        <Button type="submit">{pasteText.read}</Button>
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        {pasteText.readHint}
      </Text>
    </form>
  );
}
