import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { listsText } from '../text/lists';
import { uiText } from '../text/ui';

export interface ListDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly initial?: { readonly title: string; readonly description: string };
  readonly onSubmit: (title: string, description: string) => void;
  readonly onClose: () => void;
}

/** Title and description of a new or existing list. */
export function ListDialog({ title, submitLabel, initial, onSubmit, onClose }: ListDialogProps): ReactNode {
  const [name, setName] = useState(initial?.title ?? '');
  const [description, setDescription] = useState(initial?.description ?? '');
  const [tried, setTried] = useState(false);
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
              setName(event.currentTarget.value);
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
              setDescription(event.currentTarget.value);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {listsText.cancel}
            </Button>
            <Button type="submit">{submitLabel}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
