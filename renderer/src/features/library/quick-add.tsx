import {
  Alert,
  Anchor,
  Autocomplete,
  Button,
  Group,
  Input,
  Modal,
  NumberInput,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useAction } from '../../app/context/use-action';
import { ITEM_STATUSES, type ItemStatus } from '../../domain/item-values';
import { KINDS, type ItemDraft } from '../../domain/item';
import { kindName } from '../../text/kinds';
import { quickAddText, statusNames } from '../../text/library';
import { uiText } from '../../text/ui';
import { formatYear } from '../../ui/format';
import { paths } from '../../ui/paths';
import { RatingInput } from '../../ui/rating-input';
import { TagsInput } from '../../ui/tags-input';
import { countWords } from '../../application/library/library-view';

interface Form {
  readonly title: string;
  readonly kind: string;
  readonly creators: string;
  readonly year: number | null;
  readonly tags: readonly string[];
  readonly status: ItemStatus;
  readonly rating: number | null;
}
const emptyForm = (kind: string): Form => ({
  title: '',
  kind,
  creators: '',
  year: null,
  tags: [],
  status: 'none',
  rating: null,
});

/** Title and kind are enough; Enter adds. */
export function QuickAdd({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }): ReactNode {
  /** The kind typed last: someone who adds one record adds another. */
  const [lastKind, setLastKind] = useState('book');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={quickAddText.title}
      closeButtonProps={{ 'aria-label': uiText.close }}
    >
      <QuickAddForm initialKind={lastKind} onKind={setLastKind} onClose={onClose} />
    </Modal>
  );
}

function QuickAddForm({
  initialKind,
  onKind,
  onClose,
}: {
  readonly initialKind: string;
  /** The kind of a thing that is being added. */
  readonly onKind: (kind: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { library, items: repository, clock } = useServices();
  const { ratingScale } = useSettings();
  const run = useAction();
  const { items } = useLibrary(library);
  const [form, setForm] = useState<Form>(() => emptyForm(initialKind));
  const titleField = useRef<HTMLInputElement>(null);
  const change = (patch: Partial<Form>): void => {
    setForm((before) => ({ ...before, ...patch }));
  };
  const title = form.title.trim();
  const kind = form.kind.trim().toLowerCase() || 'other';
  const twins = useMemo(
    () => items.filter((item) => item.kind === kind && item.title.toLowerCase() === title.toLowerCase()).slice(0, 3),
    [items, kind, title],
  );
  const knownTags = useMemo(
    () =>
      countWords(items.flatMap((item) => item.tags))
        .slice(0, 200)
        .map(({ word }) => word),
    [items],
  );

  const add = async (another: boolean): Promise<void> => {
    if (title === '') {
      titleField.current?.focus();
      return;
    }
    const draft: ItemDraft = {
      title,
      kind,
      year: form.year,
      tags: form.tags,
      status: form.status,
      addedAt: clock(),
      creators: form.creators
        .split(/[,;]/u)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
      ownRating: form.rating,
    };
    onKind(kind);
    const receipt = await run(() => repository.addItem(draft));
    if (receipt === undefined) return;
    if (another) {
      setForm(emptyForm(kind));
      titleField.current?.focus();
    } else onClose();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add(false);
      }}
    >
      <Stack gap="sm">
        <TextInput
          ref={titleField}
          label={quickAddText.name}
          required
          data-autofocus
          value={form.title}
          onChange={(event) => {
            change({ title: event.currentTarget.value });
          }}
        />
        <Group grow align="flex-start">
          <Autocomplete
            label={quickAddText.kind}
            value={kindLabelOf(form.kind)}
            data={KINDS.map(kindName)}
            onChange={(value) => {
              change({ kind: KINDS.find((known) => kindName(known) === value) ?? value });
            }}
          />
          <NumberInput
            label={quickAddText.year}
            value={form.year ?? ''}
            allowDecimal={false}
            hideControls
            onChange={(value) => {
              change({ year: typeof value === 'number' ? value : null });
            }}
          />
        </Group>
        <TextInput
          label={quickAddText.creators}
          description={quickAddText.creatorsHint}
          value={form.creators}
          onChange={(event) => {
            change({ creators: event.currentTarget.value });
          }}
        />
        <TagsInput
          value={form.tags}
          onChange={(tags) => {
            change({ tags });
          }}
          suggestions={knownTags}
        />
        <Group align="flex-end" justify="space-between">
          <Select
            w={180}
            label={quickAddText.status}
            value={form.status}
            allowDeselect={false}
            data={ITEM_STATUSES.map((value) => ({ value, label: statusNames[value] }))}
            onChange={(value) => {
              change({ status: value ?? 'none' });
            }}
          />
          <div>
            <Input.Label component="div" display="block" mb={4}>
              {quickAddText.rating}
            </Input.Label>
            <RatingInput
              value={form.rating}
              scale={ratingScale}
              onChange={(rating) => {
                change({ rating });
              }}
              label={quickAddText.rating}
              size={24}
            />
          </div>
        </Group>
        {title === '' || twins.length === 0 ? null : (
          <Alert color="amber" p="xs">
            {quickAddText.already}{' '}
            {twins.map((item) => (
              <Anchor key={item.id} href={paths.item(item.id)} onClick={onClose} mr={8}>
                {item.title}
                {item.year === null ? '' : ` (${formatYear(item.year)})`}
              </Anchor>
            ))}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button
            type="button"
            variant="default"
            onClick={() => {
              void add(true);
            }}
            disabled={title === ''}
          >
            {quickAddText.addAnother}
          </Button>
          <Button type="submit" disabled={title === ''}>
            {quickAddText.add}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const kindLabelOf = (kind: string): string => (KINDS.some((known) => known === kind) ? kindName(kind) : kind);
