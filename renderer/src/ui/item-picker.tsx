import { ActionIcon, Combobox, Group, Select, Text, TextInput, Tooltip, useCombobox } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, type ReactNode, type Ref } from 'react';
import { KINDS, type Item } from '../domain/item';
import { kindName } from '../text/kinds';
import { uiText } from '../text/ui';
import { Cover } from './cover';
import { formatYear } from './format';
import { itemOfTitle, likelyMeant, NOTHING_TYPED, type TypedItem } from './typed-item';

export interface ItemPickerProps {
  /** Best first; see app/context/use-item-search.ts. */
  readonly search: (query: string) => readonly Item[];
  readonly onPick: (item: Item) => void;
  /** Given: "Add “…” as a new book" is offered for an item that is not there. */
  readonly onQuickAdd?: (draft: TypedItem) => void;
  /** What is in the field: the caller keeps it, so that it is there again after a detour. */
  readonly typed: TypedItem;
  readonly onTyped: (typed: TypedItem) => void;
  /** Of a new thing, until another kind is chosen. */
  readonly usualKind: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** The text field. */
  readonly field?: Ref<HTMLInputElement>;
}

const NEW = 'new';
const MAX_FOUND = 8;

/**
 * Finds an item by typing; arrows and Enter choose. What the words most likely mean comes first and is what Enter
 * takes: with `onQuickAdd` that is a new thing where no title is like them. The button in the field takes what was
 * typed as it stands.
 */
export function ItemPicker({
  search,
  onPick,
  onQuickAdd,
  typed: { title: query, kind: chosenKind },
  onTyped,
  usualKind,
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
  const kind = chosenKind === '' ? usualKind : chosenKind;
  const canAdd = onQuickAdd !== undefined && typed !== '';
  const { found, meant } = useMemo(() => {
    const best = typed === '' ? [] : search(typed).slice(0, MAX_FOUND);
    const likely = likelyMeant(typed, best);
    const others = best.filter((item) => item !== likely);
    return { found: likely === undefined ? others : [likely, ...others], meant: likely };
  }, [search, typed]);
  const submit = (value: string): void => {
    const picked = found.find((item) => item.id === value);
    if (picked !== undefined) onPick(picked);
    else if (value === NEW && onQuickAdd !== undefined) onQuickAdd({ title: typed, kind });
    onTyped({ ...NOTHING_TYPED, kind: chosenKind });
    combobox.closeDropdown();
  };
  const take = (): void => {
    submit(itemOfTitle(typed, found)?.id ?? NEW);
  };
  const newOption = canAdd ? (
    <Combobox.Option value={NEW}>
      <Group gap="xs" wrap="nowrap">
        <IconPlus size={16} aria-hidden />
        <Text size="sm">{uiText.addAs(typed, kindName(kind))}</Text>
      </Group>
    </Combobox.Option>
  ) : null;
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
              !canAdd ? null : (
                <Tooltip label={uiText.addTyped(typed)}>
                  <ActionIcon variant="light" size="sm" aria-label={uiText.addTyped(typed)} onClick={take}>
                    <IconPlus size={14} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              )
            }
            onChange={(event) => {
              onTyped({ title: event.currentTarget.value, kind: chosenKind });
              combobox.openDropdown();
            }}
            onKeyDown={(event) => {
              // Where no option is marked, Enter takes what was typed; the form around it would be sent without it.
              const marked = combobox.dropdownOpened && combobox.getSelectedOptionIndex() !== -1;
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || marked || !canAdd) return;
              event.preventDefault();
              take();
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
            {meant === undefined ? newOption : null}
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
            {meant === undefined ? null : newOption}
            {found.length === 0 && onQuickAdd === undefined ? (
              <Combobox.Empty>{uiText.nothingFound}</Combobox.Empty>
            ) : null}
          </Combobox.Options>
          <MarkFirst
            key={[meant?.id ?? NEW, ...found.map(({ id }) => id)].join(' ')}
            mark={combobox.selectFirstOption}
          />
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

/**
 * Marks the first option as what Enter takes; another `key` for other options. Stands after the options: theirs are the
 * earlier effects, and a list that opens is there some frames after the words, which may all come at once by pasting.
 */
function MarkFirst({ mark }: { readonly mark: () => unknown }): null {
  useEffect(() => {
    mark();
  }, [mark]);
  return null;
}
