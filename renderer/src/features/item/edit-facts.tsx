import { Autocomplete, Button, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { KINDS, type Item } from '../../domain/item';
import { lengthUnitOf, MAX_LENGTH } from '../../domain/item-length';
import { itemText } from '../../text/item';
import { kindName } from '../../text/kinds';
import { uiText } from '../../text/ui';
import { TagsInput } from '../../ui/tags-input';
import { countWords } from '../../application/library/library-view';

const numberOf = (value: string | number): number | null => (typeof value === 'number' ? value : null);

/** The facts in one form, saved together as one action. */
export function EditFacts({ item, onClose }: { readonly item: Item; readonly onClose: () => void }): ReactNode {
  const { items: repository, library } = useServices();
  const run = useAction();
  const { items } = useLibrary(library);
  const [title, setTitle] = useState(item.title);
  const [originalTitle, setOriginalTitle] = useState(item.originalTitle ?? '');
  const [kind, setKind] = useState(item.kind);
  const [creators, setCreators] = useState<readonly string[]>(item.creators);
  const [year, setYear] = useState(item.year);
  const [length, setLength] = useState({ value: item.length, unit: lengthUnitOf(item.kind) });
  const [seriesName, setSeriesName] = useState(item.series?.name ?? '');
  const [position, setPosition] = useState(item.series?.position ?? null);
  const [tags, setTags] = useState<readonly string[]>(item.tags);
  const [url, setUrl] = useState(item.url ?? '');
  const knownTags = useMemo(
    () =>
      countWords(items.flatMap((other) => other.tags))
        .slice(0, 200)
        .map(({ word }) => word),
    [items],
  );
  const { form } = itemText;
  const typedKind = kind.trim().toLowerCase() || 'other';
  const unit = lengthUnitOf(typedKind);
  // Pages are no minutes: what was counted in the other unit is not known in this one.
  const lengthInUnit = length.unit === unit ? length.value : null;
  const save = async (): Promise<void> => {
    const receipt = await run(() =>
      repository.editItem(item.id, {
        title: title.trim(),
        originalTitle: originalTitle.trim() === '' ? null : originalTitle.trim(),
        kind: typedKind,
        creators,
        year,
        length: lengthInUnit,
        tags,
        url: url.trim() === '' ? null : url.trim(),
        series: seriesName.trim() === '' ? null : { name: seriesName.trim(), position },
      }),
    );
    if (receipt !== undefined) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={itemText.editFacts}
      size="lg"
      closeButtonProps={{ 'aria-label': uiText.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={form.title}
            required
            data-autofocus
            value={title}
            onChange={(event) => {
              setTitle(event.currentTarget.value);
            }}
          />
          <Group grow align="flex-start">
            <Autocomplete
              label={form.kind}
              data={KINDS.map(kindName)}
              value={KINDS.some((known) => known === kind) ? kindName(kind) : kind}
              onChange={(value) => {
                setKind(KINDS.find((known) => kindName(known) === value) ?? value);
              }}
            />
            <NumberInput
              label={form.year}
              description={form.yearHint}
              inputWrapperOrder={['label', 'input', 'description']}
              value={year ?? ''}
              hideControls
              allowDecimal={false}
              onChange={(value) => {
                setYear(numberOf(value));
              }}
            />
            <NumberInput
              label={form.length[unit]}
              value={lengthInUnit ?? ''}
              hideControls
              allowDecimal={false}
              min={1}
              max={MAX_LENGTH}
              onChange={(value) => {
                setLength({ value: numberOf(value), unit });
              }}
            />
          </Group>
          <TagsInput label={form.creators} placeholder={form.creatorsHint} value={creators} onChange={setCreators} />
          <TextInput
            label={form.originalTitle}
            value={originalTitle}
            onChange={(event) => {
              setOriginalTitle(event.currentTarget.value);
            }}
          />
          <Group align="flex-end">
            <TextInput
              flex={1}
              label={form.series}
              value={seriesName}
              onChange={(event) => {
                setSeriesName(event.currentTarget.value);
              }}
            />
            <NumberInput
              w={100}
              label={form.position}
              value={position ?? ''}
              hideControls
              decimalScale={2}
              onChange={(value) => {
                setPosition(numberOf(value));
              }}
            />
          </Group>
          <TagsInput value={tags} onChange={setTags} suggestions={knownTags} />
          <TextInput
            label={form.url}
            type="url"
            value={url}
            onChange={(event) => {
              setUrl(event.currentTarget.value);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" type="button" onClick={onClose}>
              {uiText.cancel}
            </Button>
            <Button type="submit" disabled={title.trim() === ''}>
              {form.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
