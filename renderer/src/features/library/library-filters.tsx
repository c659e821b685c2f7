import { Button, CloseButton, Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, type ReactNode } from 'react';
import { usePageCommand } from '../../app/context/use-page-command';
import { ITEM_STATUSES } from '../../domain/item-values';
import type { Item } from '../../domain/item';
import { kindNamePlural } from '../../text/kinds';
import { libraryText, statusNames } from '../../text/library';
import { formatNumber } from '../../ui/format';
import {
  countWords,
  isFiltered,
  RATING_FILTERS,
  SORTS,
  WHOLE_LIBRARY,
  type LibraryView,
} from '../../application/library/library-view';

export interface LibraryFiltersProps {
  readonly view: LibraryView;
  readonly onChange: (view: LibraryView) => void;
  readonly items: readonly Item[];
  /** Called for arrow down in the search field: moves the focus to the rows. */
  readonly onLeave: () => void;
}

type CountedWords = ReturnType<typeof countWords>;

const offered = (words: readonly string[]): CountedWords => countWords(words).slice(0, 500);

interface WordFilterProps {
  readonly label: string;
  readonly placeholder: string;
  readonly words: CountedWords;
  readonly value: string | null;
  readonly onChange: (word: string | null) => void;
}

/** One of many words, found by typing; the most used first. */
function WordFilter({ label, placeholder, words, value, onChange }: WordFilterProps): ReactNode {
  return (
    <Select
      w={110}
      comboboxProps={{ width: 220 }}
      aria-label={label}
      placeholder={placeholder}
      clearable
      searchable
      limit={60}
      value={value}
      data={words.map(({ word, count }) => ({ value: word, label: `${word} (${formatNumber(count)})` }))}
      onChange={onChange}
    />
  );
}

/** One row of controls; a filter that is not set shows its own name. */
export function LibraryFilters({ view, onChange, items, onLeave }: LibraryFiltersProps): ReactNode {
  const searchField = useRef<HTMLInputElement>(null);
  usePageCommand('focus-search', () => {
    searchField.current?.focus();
    searchField.current?.select();
  });
  const kinds = useMemo(() => countWords(items.map((item) => item.kind)), [items]);
  const tags = useMemo(() => offered(items.flatMap((item) => item.tags)), [items]);
  const shelves = useMemo(() => offered(items.flatMap((item) => item.shelves)), [items]);
  const change = (patch: Partial<LibraryView>): void => {
    onChange({ ...view, ...patch });
  };
  const withQuery = view.query.trim() !== '';
  return (
    <Group component="search" gap="xs" mb="sm" aria-label={libraryText.search}>
      <TextInput
        ref={searchField}
        flex="1 1 184px"
        aria-label={libraryText.search}
        placeholder={libraryText.searchPlaceholder}
        value={view.query}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          withQuery ? (
            <CloseButton
              size="sm"
              aria-label={libraryText.clearSearch}
              onClick={() => {
                change({ query: '' });
                searchField.current?.focus();
              }}
            />
          ) : null
        }
        onChange={(event) => {
          change({ query: event.currentTarget.value });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            change({ query: '' });
            event.preventDefault();
          }
          if (event.key === 'ArrowDown') {
            onLeave();
            event.preventDefault();
          }
        }}
      />
      <Select
        w={124}
        comboboxProps={{ width: 180 }}
        aria-label={libraryText.kind}
        placeholder={libraryText.kind}
        clearable
        value={view.kind}
        data={kinds.map(({ word, count }) => ({
          value: word,
          label: `${kindNamePlural(word)} (${formatNumber(count)})`,
        }))}
        onChange={(kind) => {
          change({ kind });
        }}
      />
      <Select
        w={118}
        aria-label={libraryText.status}
        placeholder={libraryText.status}
        clearable
        value={view.status}
        data={ITEM_STATUSES.map((value) => ({ value, label: statusNames[value] }))}
        onChange={(status) => {
          change({ status });
        }}
      />
      <WordFilter
        label={libraryText.tag}
        placeholder={libraryText.tag}
        words={tags}
        value={view.tag}
        onChange={(tag) => {
          change({ tag });
        }}
      />
      {shelves.length === 0 && view.shelf === null ? null : (
        <WordFilter
          label={libraryText.shelf}
          placeholder={libraryText.shelf}
          words={shelves}
          value={view.shelf}
          onChange={(shelf) => {
            change({ shelf });
          }}
        />
      )}
      <Select
        w={118}
        aria-label={libraryText.rating}
        placeholder={libraryText.rating}
        clearable
        value={view.rating}
        data={RATING_FILTERS.map((value) => ({ value, label: libraryText.ratingFilters[value] }))}
        comboboxProps={{ width: 200 }}
        onChange={(rating) => {
          change({ rating });
        }}
      />
      <Select
        w={146}
        comboboxProps={{ width: 190 }}
        aria-label={libraryText.sort}
        allowDeselect={false}
        value={view.sort}
        data={SORTS.map((value) => ({
          value,
          label: value === 'added' && withQuery ? libraryText.bestMatch : libraryText.sorts[value],
        }))}
        onChange={(sort) => {
          change({ sort: sort ?? 'added' });
        }}
      />
      {isFiltered(view) ? (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            onChange({ ...WHOLE_LIBRARY, sort: view.sort });
          }}
        >
          {libraryText.resetFilters}
        </Button>
      ) : null}
    </Group>
  );
}
