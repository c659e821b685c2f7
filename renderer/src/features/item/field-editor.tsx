import { Autocomplete, Group, NumberInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { KINDS } from '../../domain/item';
import type { EditorKind } from '../../domain/item-fields/item-field';
import { FIELDS, type FieldEditedAs, type FormField } from '../../domain/item-fields/field-names';
import type { Series } from '../../domain/item-values';
import { MAX_LENGTH, type LengthUnit } from '../../domain/item-length';
import { itemText } from '../../text/item';
import { itemFieldText } from '../../text/item-fields';
import { kindFromField, kindInField, kindName } from '../../text/kinds';
import { TagsInput } from '../../ui/tags-input';
import type { FormFacts } from './form-facts';

export interface FieldEditorProps {
  readonly name: FormField;
  readonly facts: FormFacts;
  readonly lengthUnit: LengthUnit;
  /** Words in use, offered while typing. */
  readonly known: Readonly<Record<FieldEditedAs<'tags'>, readonly string[]>>;
  readonly onChange: <Name extends FormField>(name: Name, value: FormFacts[Name]) => void;
}

const editedAs = <Kind extends EditorKind>(kind: Kind, name: FormField): name is FormField & FieldEditedAs<Kind> =>
  FIELDS[name].form?.editor === kind;

const numberOf = (value: string | number): number | null => (typeof value === 'number' ? value : null);

/** One field of the facts form, by the kind of editor that the table of fields names. */
export function FieldEditor({ name, facts, lengthUnit, known, onChange }: FieldEditorProps): ReactNode {
  const { label, hint } = itemFieldText[name];
  if (editedAs('title', name))
    return (
      <TextInput
        label={label}
        required
        data-autofocus
        value={facts[name]}
        onChange={(event) => {
          onChange(name, event.currentTarget.value);
        }}
      />
    );
  if (editedAs('kind', name)) {
    return (
      <Autocomplete
        label={label}
        data={KINDS.map(kindName)}
        value={kindInField(facts[name])}
        onChange={(value) => {
          onChange(name, kindFromField(value));
        }}
      />
    );
  }
  if (editedAs('text', name) || editedAs('link', name))
    return (
      <TextInput
        label={label}
        description={hint}
        inputWrapperOrder={['label', 'input', 'description']}
        {...(editedAs('link', name) ? { type: 'url' } : {})}
        value={facts[name] ?? ''}
        onChange={(event) => {
          onChange(name, event.currentTarget.value);
        }}
      />
    );
  if (editedAs('number', name))
    return (
      <NumberInput
        label={label}
        description={hint}
        inputWrapperOrder={['label', 'input', 'description']}
        value={facts[name] ?? ''}
        hideControls
        allowDecimal={false}
        onChange={(value) => {
          onChange(name, numberOf(value));
        }}
      />
    );
  if (editedAs('length', name))
    return (
      <NumberInput
        label={itemText.form.length[lengthUnit]}
        value={facts[name] ?? ''}
        hideControls
        allowDecimal={false}
        min={1}
        max={MAX_LENGTH}
        onChange={(value) => {
          onChange(name, numberOf(value));
        }}
      />
    );
  if (editedAs('list', name) || editedAs('tags', name))
    return (
      <TagsInput
        label={label}
        {...(hint === undefined ? {} : { placeholder: hint })}
        value={facts[name]}
        suggestions={editedAs('tags', name) ? known[name] : []}
        onChange={(value) => {
          onChange(name, value);
        }}
      />
    );
  return (
    <SeriesEditor
      label={label}
      value={facts[name]}
      onChange={(series) => {
        onChange(name, series);
      }}
    />
  );
}

interface SeriesEditorProps {
  readonly label: string;
  readonly value: Series | null;
  readonly onChange: (series: Series) => void;
}

function SeriesEditor({ label, value, onChange }: SeriesEditorProps): ReactNode {
  const { name, position } = value ?? { name: '', position: null };
  return (
    <Group align="flex-end">
      <TextInput
        flex={1}
        label={label}
        value={name}
        onChange={(event) => {
          onChange({ name: event.currentTarget.value, position });
        }}
      />
      <NumberInput
        w={100}
        label={itemText.form.position}
        value={position ?? ''}
        hideControls
        decimalScale={2}
        onChange={(next) => {
          onChange({ name, position: numberOf(next) });
        }}
      />
    </Group>
  );
}
