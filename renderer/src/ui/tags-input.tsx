import { TagsInput as MantineTagsInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { foldTag } from '../domain/clean-tags';
import { uiText } from '../text/ui';

export interface TagsInputProps {
  readonly value: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  readonly label?: string;
  readonly description?: string;
  /** Tags in use, offered while typing. */
  readonly suggestions?: readonly string[];
  readonly placeholder?: string;
}

/**
 * Tags as typed; comma or Enter ends one; repeats are dropped. What is typed counts without Enter too: on leaving the
 * field, and when the field goes away (Escape closes a dialog without a blur).
 */
export function TagsInput({
  value,
  onChange,
  label = uiText.tags,
  description,
  suggestions = [],
  placeholder = uiText.tagsPlaceholder,
}: TagsInputProps): ReactNode {
  const [typed, setTyped] = useState('');
  const isRepeat = (tag: string, tags: readonly string[]): boolean =>
    tags.some((other) => foldTag(other) === foldTag(tag));
  const change = (tags: readonly string[]): void => {
    onChange(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''));
  };
  const takeTyped = useRef((): void => undefined);
  useEffect(() => {
    takeTyped.current = () => {
      if (typed.trim() !== '' && !isRepeat(typed, value)) change([...value, typed]);
    };
  });
  useEffect(
    () => () => {
      takeTyped.current();
    },
    [],
  );
  return (
    <MantineTagsInput
      label={label}
      description={description}
      placeholder={value.length === 0 ? placeholder : ''}
      value={[...value]}
      data={[...suggestions]}
      limit={30}
      splitChars={[',', ';']}
      // Without suggestions there is no list to close: Escape belongs to the dialog.
      {...(suggestions.length === 0 ? { dropdownOpened: false } : {})}
      acceptValueOnBlur
      searchValue={typed}
      onSearchChange={setTyped}
      isDuplicate={isRepeat}
      onChange={change}
    />
  );
}
