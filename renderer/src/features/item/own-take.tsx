import { Group, Input, Select, Stack, Switch, Textarea, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useAction } from '../../app/context/use-action';
import { ITEM_STATUSES } from '../../domain/item-values';
import type { Item, ItemPatch } from '../../domain/item';
import { itemText } from '../../text/item';
import { itemFieldText } from '../../text/item-fields';
import { statusNames } from '../../text/library';
import { dateFromField, dateInField } from '../../ui/date-field';
import { RatingInput } from '../../ui/rating-input';
import { useSavedText } from '../../ui/use-saved-text';

/** The owner's rating, status, date and notes. Every field saves itself; each change is one undo. */
export function OwnTake({ item }: { readonly item: Item }): ReactNode {
  const { items } = useServices();
  const { ratingScale } = useSettings();
  const run = useAction();
  const edit = (patch: ItemPatch): void => {
    void run(() => items.editItem(item.id, patch));
  };
  return (
    <Stack gap="sm" component="section" aria-labelledby="own-take">
      <Title order={2} id="own-take">
        {itemText.yours}
      </Title>
      <Group gap="xl" align="flex-end">
        <div>
          <Input.Label component="div" display="block" mb={4}>
            {itemFieldText.ownRating.label}
          </Input.Label>
          <RatingInput
            value={item.ownRating}
            scale={ratingScale}
            size={26}
            label={itemFieldText.ownRating.label}
            onChange={(rating) => {
              void run(() => items.rateItems([item.id], rating));
            }}
          />
        </div>
        <Select
          w={160}
          label={itemFieldText.status.label}
          value={item.status}
          allowDeselect={false}
          data={ITEM_STATUSES.map((value) => ({ value, label: statusNames[value] }))}
          onChange={(status) => {
            if (status !== null) void run(() => items.setStatus([item.id], status));
          }}
        />
        {item.status === 'finished' || item.finishedAt !== null ? (
          <TextInput
            key={item.finishedAt}
            type="date"
            label={itemFieldText.finishedAt.label}
            defaultValue={dateInField(item.finishedAt)}
            onBlur={(event) => {
              const typed = event.currentTarget.value;
              const finishedAt = dateFromField(typed);
              if (typed !== dateInField(item.finishedAt) && finishedAt !== undefined) edit({ finishedAt });
            }}
          />
        ) : null}
      </Group>
      <SavedText
        label={itemFieldText.note.label}
        hint={itemFieldText.note.hint}
        value={item.note}
        onSave={(note) => {
          edit({ note });
        }}
      />
      <SavedText
        label={itemFieldText.privateNote.label}
        hint={itemFieldText.privateNote.hint}
        value={item.privateNote}
        onSave={(privateNote) => {
          edit({ privateNote });
        }}
      />
      <Switch
        label={itemFieldText.excludedFromPicks.label}
        description={itemFieldText.excludedFromPicks.hint}
        checked={item.excludedFromPicks}
        onChange={(event) => {
          edit({ excludedFromPicks: event.currentTarget.checked });
        }}
      />
    </Stack>
  );
}

interface SavedTextProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: string | null;
  readonly onSave: (text: string | null) => void;
}

function SavedText({ label, hint, value, onSave }: SavedTextProps): ReactNode {
  const { text, type, keep } = useSavedText(value ?? '', (typed) => {
    onSave(typed === '' ? null : typed);
  });
  return (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={2}
      maxRows={12}
      value={text}
      onChange={(event) => {
        type(event.currentTarget.value);
      }}
      onBlur={keep}
    />
  );
}
