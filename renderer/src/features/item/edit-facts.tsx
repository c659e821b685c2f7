import { Group, Modal, Stack } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useDraft } from '../../app/context/use-draft';
import { useLibrary } from '../../app/context/use-library';
import { wordsInUse } from '../../application/library/library-view';
import type { Item } from '../../domain/item';
import { FORM_FIELDS, pickFields, type FormField } from '../../domain/item-fields/field-names';
import { lengthUnitOf, type LengthUnit } from '../../domain/item-length';
import { itemText } from '../../text/item';
import { uiText } from '../../text/ui';
import { FormButtons } from '../../ui/form-buttons';
import { useFocusReturn } from '../../ui/use-focus-return';
import { FieldEditor } from './field-editor';
import { FORM_ROWS, savedFacts, type FormFacts } from './form-facts';

/** What was changed in the form, and in which unit the length was typed. */
interface ChangedFacts {
  readonly facts: Partial<FormFacts>;
  readonly lengthUnit: LengthUnit | null;
}

const UNCHANGED: ChangedFacts = { facts: {}, lengthUnit: null };

/** The facts in one form, saved together as one action. */
export function EditFacts({ item, onClose }: { readonly item: Item; readonly onClose: () => void }): ReactNode {
  const { items: repository, library } = useServices();
  const run = useAction();
  const { items } = useLibrary(library);
  const draft = useDraft(`facts of ${item.id}`, UNCHANGED);
  useFocusReturn();
  const typed: FormFacts = { ...pickFields(item, FORM_FIELDS), ...draft.value.facts };
  const typedUnit = draft.value.lengthUnit ?? lengthUnitOf(item.kind);
  const known = useMemo(() => ({ tags: wordsInUse(items, 'tags'), shelves: wordsInUse(items, 'shelves') }), [items]);
  const lengthUnit = lengthUnitOf(typed.kind.trim().toLowerCase());
  // Pages are no minutes: what was counted in the other unit is not known in this one.
  const facts: FormFacts = { ...typed, length: typedUnit === lengthUnit ? typed.length : null };
  const change = <Name extends FormField>(name: Name, value: FormFacts[Name]): void => {
    draft.change((before) => ({
      facts: { ...before.facts, [name]: value },
      lengthUnit: name === 'length' ? lengthUnit : before.lengthUnit,
    }));
  };
  const save = async (): Promise<void> => {
    const receipt = await run(() => repository.editItem(item.id, savedFacts(facts)));
    if (receipt === undefined) return;
    draft.discard();
    onClose();
  };
  const editor = (name: FormField): ReactNode => (
    <FieldEditor key={name} name={name} facts={facts} lengthUnit={lengthUnit} known={known} onChange={change} />
  );
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
          {FORM_ROWS.map((names) =>
            names.length === 1 ? (
              names.map(editor)
            ) : (
              <Group key={names.join(' ')} grow align="flex-start">
                {names.map(editor)}
              </Group>
            ),
          )}
          <FormButtons
            draft={draft}
            onClose={onClose}
            submitLabel={itemText.form.save}
            disabled={facts.title.trim() === ''}
          />
        </Stack>
      </form>
    </Modal>
  );
}
