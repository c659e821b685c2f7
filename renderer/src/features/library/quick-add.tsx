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
import { useUsualKind } from '../../app/context/use-usual-kind';
import { useAction } from '../../app/context/use-action';
import { useDraft } from '../../app/context/use-draft';
import { ITEM_STATUSES } from '../../domain/item-values';
import { KINDS } from '../../domain/item';
import { kindFromField, kindInField, kindName } from '../../text/kinds';
import { quickAddText, statusNames } from '../../text/library';
import { uiText } from '../../text/ui';
import { formatYear } from '../../ui/format';
import { paths } from '../../ui/paths';
import { FormButtons } from '../../ui/form-buttons';
import { RatingInput } from '../../ui/rating-input';
import { TagsInput } from '../../ui/tags-input';
import { emptyItemForm, itemDraft, sameTitle, type NewItemForm } from '../../application/library/new-item';
import { wordsInUse } from '../../application/library/library-view';

const UNCHANGED: Partial<NewItemForm> = {};

/** Title and kind are enough; Enter adds. */
export function QuickAdd({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }): ReactNode {
  /** The kind typed last: someone who adds one record adds another. */
  const [lastKind, setLastKind] = useState<string | null>(null);
  const usualKind = useUsualKind();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={quickAddText.title}
      closeButtonProps={{ 'aria-label': uiText.close }}
    >
      <QuickAddForm initialKind={lastKind ?? usualKind} onKind={setLastKind} onClose={onClose} />
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
  const draft = useDraft('quick add', UNCHANGED);
  const form = useMemo(
    (): NewItemForm => ({ ...emptyItemForm(initialKind), ...draft.value }),
    [initialKind, draft.value],
  );
  const titleField = useRef<HTMLInputElement>(null);
  const change = (patch: Partial<NewItemForm>): void => {
    draft.change((before) => ({ ...before, ...patch }));
  };
  const { title, kind } = form;
  const twins = useMemo(() => sameTitle(items, { title, kind }), [items, title, kind]);
  const knownTags = useMemo(() => wordsInUse(items, 'tags'), [items]);
  const isEmpty = title.trim() === '';

  const add = async (another: boolean): Promise<void> => {
    const drafted = itemDraft(form, clock());
    if (drafted === null) {
      titleField.current?.focus();
      return;
    }
    onKind(drafted.kind);
    const receipt = await run(() => repository.addItem(drafted));
    if (receipt === undefined) return;
    draft.discard();
    if (another) {
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
            value={kindInField(form.kind)}
            data={KINDS.map(kindName)}
            onChange={(value) => {
              change({ kind: kindFromField(value) });
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
        {twins.length === 0 ? null : (
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
        <FormButtons draft={draft} onClose={onClose} submitLabel={quickAddText.add} disabled={isEmpty}>
          <Button
            type="button"
            variant="default"
            onClick={() => {
              void add(true);
            }}
            disabled={isEmpty}
          >
            {quickAddText.addAnother}
          </Button>
        </FormButtons>
      </Stack>
    </form>
  );
}
