import { ActionIcon, Combobox, Group, Select, Text, TextInput, Tooltip, useCombobox } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, type ReactNode, type Ref } from 'react';
import { KINDS, type Item } from '../domain/item';
import { kindName } from '../text/kinds';
import { uiText } from '../text/ui';
import { Cover } from './cover';
import { formatYear } from './format';
import { itemOfTitle, NOTHING_TYPED, type TypedItem } from './typed-item';

export interface ItemPickerProps {
  /** Best first; see app/context/use-item-search.ts. */
  readonly search: (query: string) => readonly Item[];
  readonly onPick: (item: Item) => void;
  /** Given: "Add “…” as a new book" is offered for an item that is not there. */
  readonly onQuickAdd?: (draft: TypedItem) => void;
  /** What is in the field: the caller keeps it, so that it is there again after a detour. */
  readonly typed: TypedItem;
  readonly onTyped: (typed: TypedItem) => void;
  readonly label?: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** The text field. */
  readonly field?: Ref<HTMLInputElement>;
}

const NEW = 'new';

/**
 * Finds an item by typing; arrows and Enter choose. With `onQuickAdd`, one that is not there can be added; the button
 * in the field takes what was typed as it stands.
 */
export function ItemPicker({
  search,
  onPick,
  onQuickAdd,
  typed: { title: query, kind },
  onTyped,
  label = uiText.findItem,
  placeholder = uiText.findItemPlaceholder,
  autoFocus = false,
  field,
}: ItemPickerProps): ReactNode {
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
    },
  });
  const typed = query.trim();
  const found = useMemo(() => (typed === '' ? [] : search(typed).slice(0, 8)), [search, typed]);
  const submit = (value: string): void => {
    const picked = found.find((item) => item.id === value);
    if (picked !== undefined) onPick(picked);
    else if (value === NEW && onQuickAdd !== undefined) onQuickAdd({ title: typed, kind });
    onTyped({ ...NOTHING_TYPED, kind });
    combobox.closeDropdown();
  };
  const take = (): void => {
    submit(itemOfTitle(typed, found)?.id ?? NEW);
  };
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <Combobox store={combobox} onOptionSubmit={submit}>
        <Combobox.Target>
          <TextInput
            {...(field === undefined ? {} : { ref: field })}
            flex={1}
            miw={0}
            label={label}
            placeholder={placeholder}
            value={query}
            data-autofocus={autoFocus ? true : undefined}
            leftSection={<IconSearch size={16} aria-hidden />}
            rightSection={
              onQuickAdd === undefined || typed === '' ? null : (
                <Tooltip label={uiText.addTyped(typed)}>
                  <ActionIcon variant="light" size="sm" aria-label={uiText.addTyped(typed)} onClick={take}>
                    <IconPlus size={14} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              )
            }
            onChange={(event) => {
              onTyped({ title: event.currentTarget.value, kind });
              combobox.openDropdown();
              combobox.selectFirstOption();
            }}
            onFocus={() => {
              if (typed !== '') combobox.openDropdown();
            }}
            onBlur={() => {
              combobox.closeDropdown();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={typed === ''}>
          <Combobox.Options mah={340} style={{ overflowY: 'auto' }} aria-label={label}>
            {found.map((item) => (
              <Combobox.Option key={item.id} value={item.id}>
                <Group gap="sm" wrap="nowrap">
                  <Cover item={item} />
                  <div style={{ minWidth: 0 }}>
                    <Text size="sm" fw={600} truncate>
                      {item.title}
                    </Text>
                    <Text size="xs" c="dimmed" truncate>
                      {[kindName(item.kind), item.creators[0], item.year === null ? undefined : formatYear(item.year)]
                        .filter((part) => part !== undefined)
                        .join(' · ')}
                    </Text>
                  </div>
                </Group>
              </Combobox.Option>
            ))}
            {onQuickAdd === undefined || typed === '' ? null : (
              <Combobox.Option value={NEW}>
                <Group gap="xs" wrap="nowrap">
                  <IconPlus size={16} aria-hidden />
                  <Text size="sm">{uiText.addAs(typed, kindName(kind))}</Text>
                </Group>
              </Combobox.Option>
            )}
            {found.length === 0 && onQuickAdd === undefined ? (
              <Combobox.Empty>{uiText.nothingFound}</Combobox.Empty>
            ) : null}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {onQuickAdd === undefined ? null : (
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
      )}
    </Group>
  );
}
