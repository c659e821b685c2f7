import { ActionIcon, Group, Select, Tooltip } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { KINDS } from '../domain/item';
import { kindName } from '../text/kinds';
import { uiText } from '../text/ui';
import type { OfferedTitle, TitleCompletion } from './offered-titles';
import { TitleCombobox } from './title-combobox';
import { NOTHING_TYPED, type TypedItem } from './typed-item';

/** as-typed: chosen as it stands · as-meant: taken without a look at what is offered. */
export type TakenHow = 'as-typed' | 'as-meant';

export interface ItemPickerProps {
  /** For what is typed; see app/context/use-title-completion.ts. */
  readonly completion: TitleCompletion;
  readonly onPick: (title: OfferedTitle) => void;
  /** Takes a thing by its title alone; it may be there already. */
  readonly onTake: (typed: TypedItem, how: TakenHow) => void;
  /** What is in the field: the caller keeps it, so that it is there again after a detour. */
  readonly typed: TypedItem;
  readonly onTyped: (typed: TypedItem) => void;
  /** Of a new thing, until another kind is chosen. */
  readonly usualKind: string;
  readonly label?: string;
  readonly placeholder?: string;
  /** The text field. */
  readonly field?: Ref<HTMLInputElement>;
}

/**
 * Finds a thing by typing; arrows and Enter choose. What the words most likely mean comes first and is what Enter
 * takes: a new thing where no title is like them. The button in the field takes what was typed as it stands.
 */
export function ItemPicker({
  completion,
  onPick,
  onTake,
  typed: { title: query, kind: chosenKind },
  onTyped,
  usualKind,
  label = uiText.findItem,
  placeholder = uiText.findItemPlaceholder,
  field,
}: ItemPickerProps): ReactNode {
  const typed = query.trim();
  const kind = chosenKind === '' ? usualKind : chosenKind;
  const clear = (): void => {
    onTyped({ ...NOTHING_TYPED, kind: chosenKind });
  };
  const take = (how: TakenHow): void => {
    onTake({ title: typed, kind: how === 'as-typed' ? kind : chosenKind }, how);
    clear();
  };
  const takeAsTyped = (): void => {
    take('as-typed');
  };
  const addButton =
    typed === '' ? null : (
      <Tooltip label={uiText.addTyped(typed)}>
        <ActionIcon variant="light" size="sm" aria-label={uiText.addTyped(typed)} onClick={takeAsTyped}>
          <IconPlus size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
    );
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <TitleCombobox
        input={{ label, placeholder, leftSection: <IconSearch size={16} aria-hidden />, rightSection: addButton }}
        {...(field === undefined ? {} : { field })}
        value={query}
        onChange={(title) => {
          onTyped({ title, kind: chosenKind });
        }}
        completion={completion}
        onPick={(title) => {
          onPick(title);
          clear();
        }}
        asTyped={{
          words: uiText.addAs(typed, kindName(kind)),
          icon: <IconPlus size={16} aria-hidden />,
          take: takeAsTyped,
          isThing: true,
        }}
        onEnter={() => {
          take('as-meant');
        }}
        opensOnFocus
      />
      <Select
        w={140}
        aria-label={uiText.newItemKind}
        value={kind}
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: kindName(value) }))}
        onChange={(value) => {
          onTyped({ title: query, kind: value ?? NOTHING_TYPED.kind });
        }}
      />
    </Group>
  );
}
