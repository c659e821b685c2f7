import { Combobox, Group, Text, TextInput, useCombobox, type TextInputProps } from '@mantine/core';
import { useEffect, type ReactNode, type Ref } from 'react';
import { optionOf, type OfferedTitle, type TitleCompletion } from './offered-titles';
import { TitleOption } from './title-option';

export interface TitleComboboxProps {
  /** Of the text field. */
  readonly input: Pick<TextInputProps, 'label' | 'placeholder' | 'leftSection' | 'rightSection' | 'required'>;
  readonly field?: Ref<HTMLInputElement>;
  /** True: a dialog that opens gives it the focus. */
  readonly isFirst?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** For `value`; see app/context/use-title-completion.ts. */
  readonly completion: TitleCompletion;
  readonly onPick: (title: OfferedTitle) => void;
  /** The option for what was typed as it stands. */
  readonly asTyped: {
    readonly words: string;
    readonly icon: ReactNode;
    readonly take: () => void;
    /** True: offered where nothing else is, and what Enter takes where nothing offered is meant. */
    readonly isThing: boolean;
  };
  /** Enter where the list is closed, or nothing in it is meant; undefined: the form around it is sent. */
  readonly onEnter?: () => void;
  /** True: entering the field with words in it shows what they mean. */
  readonly opensOnFocus?: boolean;
}

const AS_TYPED = 'as typed';

/**
 * A field for a title, with what is offered for it: arrows and Enter choose, Escape closes the list. What the words
 * most likely mean is marked from the start, so that Enter takes it.
 */
export function TitleCombobox({
  input,
  field,
  isFirst = false,
  value,
  onChange,
  completion: { offer, current, isCurrent, warm },
  onPick,
  asTyped,
  onEnter,
  opensOnFocus = false,
}: TitleComboboxProps): ReactNode {
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
    },
  });
  const typed = value.trim();
  const { titles, isMeant } = offer;
  const isEmpty = typed === '' || (titles.length === 0 && !asTyped.isThing);
  const pick = (title: OfferedTitle): void => {
    combobox.closeDropdown();
    onPick(title);
  };
  const submit = (option: string): void => {
    const picked = titles.find((title) => optionOf(title) === option);
    if (picked !== undefined) {
      pick(picked);
      return;
    }
    combobox.closeDropdown();
    asTyped.take();
  };
  /** Enter came before what is typed was answered. */
  const enterEarly = async (form: HTMLFormElement | null): Promise<void> => {
    const { titles: now, isMeant: isMeantNow, isAmbiguous } = await current();
    const [first] = now;
    // They are on the screen by now: whoever typed chooses.
    if (isAmbiguous) return;
    if (first !== undefined && isMeantNow) {
      pick(first);
      return;
    }
    combobox.closeDropdown();
    if (onEnter === undefined) form?.requestSubmit();
    else onEnter();
  };
  const typedOption =
    typed === '' ? null : (
      <Combobox.Option value={AS_TYPED}>
        <Group gap="xs" wrap="nowrap">
          {asTyped.icon}
          <Text size="sm">{asTyped.words}</Text>
        </Group>
      </Combobox.Option>
    );
  const typedIsFirst = asTyped.isThing && !isMeant;
  return (
    // Where it has nothing to show it is closed: Escape is then the dialog's around it.
    <Combobox store={{ ...combobox, dropdownOpened: combobox.dropdownOpened && !isEmpty }} onOptionSubmit={submit}>
      <Combobox.Target>
        <TextInput
          {...input}
          {...(field === undefined ? {} : { ref: field })}
          flex={1}
          miw={0}
          value={value}
          data-autofocus={isFirst ? true : undefined}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onKeyDownCapture={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || typed === '') return;
            const isOpen = combobox.dropdownOpened;
            // The marked option is taken by the list itself.
            if (isOpen && isCurrent && combobox.getSelectedOptionIndex() !== -1) return;
            const isEarly = isOpen && !isCurrent;
            if (!isEarly && onEnter === undefined) return;
            // The form around it would be sent without what was typed.
            event.preventDefault();
            event.stopPropagation();
            if (isEarly) void enterEarly(event.currentTarget.form);
            else onEnter?.();
          }}
          onFocus={() => {
            warm();
            if (opensOnFocus && typed !== '') combobox.openDropdown();
          }}
          onBlur={() => {
            combobox.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={isEmpty}>
        <Combobox.Options
          mah="min(340px, 42vh)"
          style={{ overflowY: 'auto' }}
          {...(typeof input.label === 'string' ? { 'aria-label': input.label } : {})}
        >
          {typedIsFirst ? typedOption : null}
          {titles.map((title) => (
            <TitleOption key={optionOf(title)} title={title} />
          ))}
          {typedIsFirst ? null : typedOption}
        </Combobox.Options>
        {isMeant || asTyped.isThing ? (
          <MarkFirst
            key={[offer.text, typedIsFirst ? AS_TYPED : '', ...titles.map(optionOf)].join(' ')}
            mark={combobox.selectFirstOption}
          />
        ) : null}
      </Combobox.Dropdown>
    </Combobox>
  );
}

/**
 * Marks the first option as what Enter takes; another `key` for other options. Stands after the options: theirs are the
 * earlier effects, and a list that opens is there some frames after the words, which may all come at once by pasting.
 */
function MarkFirst({ mark }: { readonly mark: () => unknown }): null {
  useEffect(() => {
    mark();
  }, [mark]);
  return null;
}
