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
import { IconPencil } from '@tabler/icons-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useUsualKind } from '../../app/context/use-usual-kind';
import { useAction } from '../../app/context/use-action';
import { useItemSearch } from '../../app/context/use-item-search';
import { useTitleCompletion } from '../../app/context/use-title-completion';
import { ITEM_STATUSES } from '../../domain/item-values';
import { KINDS } from '../../domain/item';
import { kindFromField, kindInField, kindName } from '../../text/kinds';
import { catalogueText } from '../../text/catalogue';
import { quickAddText, statusNames } from '../../text/library';
import { uiText } from '../../text/ui';
import { formatYear } from '../../ui/format';
import { type OfferedTitle, suggestedTitle } from '../../ui/offered-titles';
import { goTo, paths } from '../../ui/paths';
import { TitleCombobox } from '../../ui/title-combobox';
import { FormButtons } from '../../ui/form-buttons';
import { RatingInput } from '../../ui/rating-input';
import { TagsInput } from '../../ui/tags-input';
import { sameTitle, type NewItemForm } from '../../application/library/new-item';
import { newItemDraft, shownForm, withPicked } from '../../application/library/picked-title';
import { wordsInUse } from '../../application/library/library-view';
import { FilledIn } from './filled-in';
import { useQuickAddDraft } from './use-quick-add-draft';

/** Title and kind are enough; Enter adds. A thing that is chosen by its title fills the other fields. */
export function QuickAdd({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }): ReactNode {
  /** The kind typed last: someone who adds one record adds another. */
  const [lastKind, setLastKind] = useState<string | null>(null);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={quickAddText.title}
      closeButtonProps={{ 'aria-label': uiText.close }}
    >
      <QuickAddForm lastKind={lastKind} onKind={setLastKind} onClose={onClose} />
    </Modal>
  );
}

function QuickAddForm({
  lastKind,
  onKind,
  onClose,
}: {
  readonly lastKind: string | null;
  /** The kind of a thing that is being added. */
  readonly onKind: (kind: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { library, items: repository, clock } = useServices();
  const search = useItemSearch();
  const { ratingScale } = useSettings();
  const run = useAction();
  const { items } = useLibrary(library);
  const draft = useQuickAddDraft();
  const usualKind = useUsualKind();
  const initialKind = lastKind ?? usualKind;
  const { form, filled } = useMemo(() => shownForm(draft.value, initialKind), [initialKind, draft.value]);
  const titleField = useRef<HTMLInputElement>(null);
  const change = (patch: Partial<NewItemForm>): void => {
    draft.change((before) => ({ ...before, typed: { ...before.typed, ...patch } }));
  };
  const { title, kind } = form;
  const typedKind = draft.value.typed.kind;
  const completion = useTitleCompletion(
    { text: title, kind: typedKind === undefined || typedKind === '' ? null : typedKind, usualKind: initialKind },
    search,
  );
  const twins = useMemo(() => sameTitle(items, { title, kind }), [items, title, kind]);
  const knownTags = useMemo(() => wordsInUse(items, 'tags'), [items]);
  const isEmpty = title.trim() === '';

  const add = async (another: boolean): Promise<void> => {
    const drafted = newItemDraft(draft.value, initialKind, clock());
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

  /** One that is there already is shown, not added again. */
  const pick = async (offered: OfferedTitle): Promise<void> => {
    if (offered.from === 'catalogue') {
      const picked = { title: suggestedTitle(offered.suggestion), entry: offered.suggestion.entry };
      draft.change((before) => withPicked(before, picked));
      return;
    }
    const { id, inLibrary } = offered.item;
    const receipt = inLibrary ? null : await run(() => repository.editItem(id, { inLibrary: true }));
    if (receipt === undefined) return;
    draft.discard();
    onClose();
    goTo(paths.item(id));
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add(false);
      }}
    >
      <Stack gap="sm">
        <TitleCombobox
          field={titleField}
          input={{ label: quickAddText.name, required: true }}
          isFirst
          value={form.title}
          onChange={(typed) => {
            change({ title: typed });
          }}
          completion={completion}
          onPick={(offered) => {
            void pick(offered);
          }}
          asTyped={{
            words: catalogueText.keepTyped(form.title.trim()),
            icon: <IconPencil size={16} aria-hidden />,
            take: () => {
              draft.change((before) => ({ ...before, picked: null }));
            },
            isThing: false,
          }}
        />
        <FilledIn
          fields={filled}
          onTakeOut={() => {
            draft.change((before) => ({ ...before, picked: null }));
            titleField.current?.focus();
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
