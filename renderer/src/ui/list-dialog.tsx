import { Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { listsText } from '../text/lists';
import { uiText } from '../text/ui';
import type { Draft } from './draft';
import { FormButtons } from './form-buttons';
import { useFocusReturn } from './use-focus-return';

export interface ListWords {
  readonly title: string;
  readonly description: string;
}
export const NO_LIST_WORDS: ListWords = { title: '', description: '' };

export interface ListDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  /** The words as typed so far; callers discard it once they are saved. */
  readonly draft: Draft<ListWords>;
  readonly onSubmit: (title: string, description: string) => void;
  readonly onClose: () => void;
}

/** Title and description of a new or existing list. */
export function ListDialog({ title, submitLabel, draft, onSubmit, onClose }: ListDialogProps): ReactNode {
  const { title: name, description } = draft.value;
  const [tried, setTried] = useState(false);
  useFocusReturn();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // The dialog may stand inside another form in React's tree.
    event.stopPropagation();
    setTried(true);
    if (name.trim() !== '') onSubmit(name.trim(), description.trim());
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': uiText.close }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={listsText.name}
            placeholder={listsText.namePlaceholder}
            value={name}
            data-autofocus
            maxLength={200}
            error={tried && name.trim() === '' ? listsText.nameMissing : null}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              draft.change((before) => ({ ...before, title: typed }));
            }}
          />
          <Textarea
            label={listsText.description}
            placeholder={listsText.descriptionPlaceholder}
            value={description}
            autosize
            minRows={2}
            maxRows={8}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              draft.change((before) => ({ ...before, description: typed }));
            }}
          />
          <FormButtons draft={draft} onClose={onClose} submitLabel={submitLabel} />
        </Stack>
      </form>
    </Modal>
  );
}
