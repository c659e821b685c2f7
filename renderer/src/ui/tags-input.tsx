import { TagsInput as MantineTagsInput } from '@mantine/core';
import type { ReactNode } from 'react';
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

/** Tags as typed; comma or Enter ends one; repeats are dropped. */
export function TagsInput({
  value,
  onChange,
  label = uiText.tags,
  description,
  suggestions = [],
  placeholder = uiText.tagsPlaceholder,
}: TagsInputProps): ReactNode {
  return (
    <MantineTagsInput
      label={label}
      description={description}
      placeholder={value.length === 0 ? placeholder : ''}
      value={[...value]}
      data={[...suggestions]}
      limit={30}
      splitChars={[',', ';']}
      acceptValueOnBlur
      isDuplicate={(tag, current) => current.some((other) => foldTag(other) === foldTag(tag))}
      onChange={(tags) => {
        onChange(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''));
      }}
    />
  );
}
