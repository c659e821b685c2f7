import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useLibrary } from '../../app/context/use-library';
import { wordsInUse } from '../../application/library/library-view';
import type { Item } from '../../domain/item';
import { FORM_FIELDS, pickFields, type FormField } from '../../domain/item-fields/field-names';
import { lengthUnitOf } from '../../domain/item-length';
import { itemText } from '../../text/item';
import { uiText } from '../../text/ui';
import { FieldEditor } from './field-editor';
import { FORM_ROWS, savedFacts, type FormFacts } from './form-facts';

/** The facts in one form, saved together as one action. */
export function EditFacts({ item, onClose }: { readonly item: Item; readonly onClose: () => void }): ReactNode {
  const { items: repository, library } = useServices();
  const run = useAction();
  const { items } = useLibrary(library);
  const [typed, setTyped] = useState<FormFacts>(() => pickFields(item, FORM_FIELDS));
  const [typedUnit, setTypedUnit] = useState(() => lengthUnitOf(item.kind));
  const known = useMemo(() => ({ tags: wordsInUse(items, 'tags'), shelves: wordsInUse(items, 'shelves') }), [items]);
  const lengthUnit = lengthUnitOf(typed.kind.trim().toLowerCase());
  // Pages are no minutes: what was counted in the other unit is not known in this one.
  const facts: FormFacts = { ...typed, length: typedUnit === lengthUnit ? typed.length : null };
  const change = <Name extends FormField>(name: Name, value: FormFacts[Name]): void => {
    setTyped((before) => ({ ...before, [name]: value }));
    if (name === 'length') setTypedUnit(lengthUnit);
  };
  const save = async (): Promise<void> => {
    const receipt = await run(() => repository.editItem(item.id, savedFacts(facts)));
    if (receipt !== undefined) onClose();
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
          <Group justify="flex-end">
            <Button variant="default" type="button" onClick={onClose}>
              {uiText.cancel}
            </Button>
            <Button type="submit" disabled={facts.title.trim() === ''}>
              {itemText.form.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
