import { Button, Collapse, Modal, Pill, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useDraft } from '../../app/context/use-draft';
import { type TakenItem, useTakeTitle } from '../../app/context/use-take-title';
import type { ItemId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import { choicesText } from '../../text/choices';
import { friendsText } from '../../text/friends';
import { uiText } from '../../text/ui';
import { FormButtons } from '../../ui/form-buttons';
import { TagsInput } from '../../ui/tags-input';
import { useFocusReturn } from '../../ui/use-focus-return';
import { NOTHING_TYPED, type TypedItem } from '../../ui/typed-item';
import { KnownItemPicker } from './known-item-picker';

export interface FriendAnswers {
  readonly name: string;
  readonly likedTags: readonly string[];
  readonly avoidedTags: readonly string[];
  readonly email: string | null;
  readonly note: string | null;
  readonly loves: readonly ItemId[];
  readonly nevers: readonly ItemId[];
}

/** Where a new friend leads: to their page, or to "which would they pick?". */
export type AfterAdding = 'page' | 'choices';

export interface FriendFormProps {
  /** Undefined for a new friend, who is also asked for a few loves and hates. */
  readonly friend?: Person;
  /** True once it is saved: then the form closes. Otherwise it stays, with all that was typed. */
  readonly onSubmit: (answers: FriendAnswers, then: AfterAdding) => Promise<boolean>;
  readonly onClose: () => void;
}

/** What the form holds, as typed. */
interface FriendFields {
  readonly name: string;
  readonly likedTags: readonly string[];
  readonly avoidedTags: readonly string[];
  readonly email: string;
  readonly note: string;
  readonly loves: readonly TakenItem[];
  readonly nevers: readonly TakenItem[];
  /** What stands in the fields for loves and hates, not yet taken. */
  readonly typedLove: TypedItem;
  readonly typedNever: TypedItem;
}

const UNCHANGED: Partial<FriendFields> = {};

/** A new friend in under a minute: name, a few loves, perhaps a never-again and tags. Also edits an existing one. */
export function FriendForm({ friend, onSubmit, onClose }: FriendFormProps): ReactNode {
  // Only what was changed: what is edited elsewhere meanwhile stays.
  const draft = useDraft(`friend ${friend?.id ?? 'new'}`, UNCHANGED);
  const fields: FriendFields = { ...fieldsOf(friend), ...draft.value };
  const { name, likedTags, avoidedTags, email, note, loves, nevers, typedLove, typedNever } = fields;
  const change = (patch: Partial<FriendFields>): void => {
    draft.change((before) => ({ ...before, ...patch }));
  };
  const take = useTakeTitle(false);
  useFocusReturn();
  const [tried, setTried] = useState(false);
  const [details, setDetails] = useState(friend !== undefined || email !== '' || note !== '');
  const submit = async (then: AfterAdding): Promise<void> => {
    setTried(true);
    if (name.trim() === '') return;
    const love = await take.asMeant(typedLove);
    const never = await take.asMeant(typedNever);
    const done = await onSubmit(
      {
        name: name.trim(),
        likedTags,
        avoidedTags,
        email: emptyToNull(email),
        note: emptyToNull(note),
        loves: withItem(loves, nevers, love).map(({ id }) => id),
        nevers: withItem(nevers, loves, never).map(({ id }) => id),
      },
      then,
    );
    if (!done) return;
    draft.discard();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={friend === undefined ? friendsText.newTitle : friendsText.editTitle(friend.name)}
      closeButtonProps={{ 'aria-label': uiText.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit('page');
        }}
      >
        <Stack gap="md">
          <TextInput
            label={friendsText.name}
            placeholder={friendsText.namePlaceholder}
            value={name}
            maxLength={120}
            data-autofocus
            required
            withAsterisk={false}
            error={tried && name.trim() === '' ? friendsText.nameMissing : null}
            onChange={(event) => {
              change({ name: event.currentTarget.value });
            }}
          />
          {friend === undefined ? (
            <>
              <Chosen
                label={friendsText.lovesStep}
                help={friendsText.lovesHelp}
                picker={friendsText.pickLove}
                chosen={loves}
                others={nevers}
                typed={typedLove}
                onTyped={(typed) => {
                  change({ typedLove: typed });
                }}
                onChange={(items) => {
                  change({ loves: items });
                }}
              />
              <Chosen
                label={friendsText.neverStep}
                help={friendsText.neverHelp}
                picker={friendsText.pickNever}
                chosen={nevers}
                others={loves}
                typed={typedNever}
                onTyped={(typed) => {
                  change({ typedNever: typed });
                }}
                onChange={(items) => {
                  change({ nevers: items });
                }}
              />
            </>
          ) : null}
          <TagsInput
            label={friendsText.likedTags}
            placeholder={friendsText.likedTagsPlaceholder}
            value={likedTags}
            onChange={(tags) => {
              change({ likedTags: tags });
            }}
          />
          <TagsInput
            label={friendsText.avoidedTags}
            placeholder={friendsText.avoidedTagsPlaceholder}
            value={avoidedTags}
            onChange={(tags) => {
              change({ avoidedTags: tags });
            }}
          />
          {details ? null : (
            <Button
              variant="subtle"
              size="compact-sm"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => {
                setDetails(true);
              }}
            >
              {friendsText.more}
            </Button>
          )}
          <Collapse expanded={details}>
            <Stack gap="md">
              <TextInput
                label={friendsText.email}
                type="email"
                value={email}
                onChange={(event) => {
                  change({ email: event.currentTarget.value });
                }}
              />
              <Textarea
                label={friendsText.note}
                value={note}
                autosize
                minRows={2}
                maxRows={6}
                onChange={(event) => {
                  change({ note: event.currentTarget.value });
                }}
              />
            </Stack>
          </Collapse>
          <FormButtons
            draft={draft}
            onClose={onClose}
            submitLabel={friend === undefined ? friendsText.create : friendsText.save}
          >
            {friend === undefined ? (
              <Button
                variant="default"
                onClick={() => {
                  void submit('choices');
                }}
              >
                {choicesText.open}
              </Button>
            ) : null}
          </FormButtons>
        </Stack>
      </form>
    </Modal>
  );
}

interface ChosenProps {
  readonly label: string;
  readonly help: string;
  readonly picker: string;
  readonly chosen: readonly TakenItem[];
  readonly others: readonly TakenItem[];
  readonly typed: TypedItem;
  readonly onTyped: (typed: TypedItem) => void;
  readonly onChange: (chosen: readonly TakenItem[]) => void;
}

function Chosen({ label, help, picker, chosen, others, typed, onTyped, onChange }: ChosenProps): ReactNode {
  return (
    <div>
      <KnownItemPicker
        label={label}
        placeholder={picker}
        typed={typed}
        onTyped={onTyped}
        onPick={({ id, title }) => {
          onChange(withItem(chosen, others, { id, title }));
        }}
      />
      {chosen.length === 0 ? (
        <Text size="xs" c="dimmed" mt={4}>
          {help}
        </Text>
      ) : (
        <Pill.Group mt={8}>
          {chosen.map((item) => (
            <Pill
              key={item.id}
              size="md"
              withRemoveButton
              onRemove={() => {
                onChange(chosen.filter((other) => other.id !== item.id));
              }}
              // Mantine hides this button from the keyboard; here it is the only way to take a thing back.
              removeButtonProps={{
                'aria-label': friendsText.removeFromDraft(item.title),
                tabIndex: 0,
                'aria-hidden': false,
              }}
            >
              {item.title}
            </Pill>
          ))}
        </Pill.Group>
      )}
    </div>
  );
}

/** `items` and one more; a thing can be loved or hated, not both, and once. */
function withItem(
  items: readonly TakenItem[],
  others: readonly TakenItem[],
  added: TakenItem | undefined,
): readonly TakenItem[] {
  return added === undefined || [...items, ...others].some(({ id }) => id === added.id) ? items : [...items, added];
}

function fieldsOf(friend: Person | undefined): FriendFields {
  return {
    name: friend?.name ?? '',
    likedTags: friend?.likedTags ?? [],
    avoidedTags: friend?.avoidedTags ?? [],
    email: friend?.email ?? '',
    note: friend?.note ?? '',
    loves: [],
    nevers: [],
    typedLove: NOTHING_TYPED,
    typedNever: NOTHING_TYPED,
  };
}

function emptyToNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
