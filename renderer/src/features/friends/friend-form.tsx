import { Button, Collapse, Group, Modal, Pill, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ItemId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import { friendsText } from '../../text/friends';
import { uiText } from '../../text/ui';
import { TagsInput } from '../../ui/tags-input';
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

interface Named {
  readonly id: ItemId;
  readonly title: string;
}

export interface FriendFormProps {
  /** Undefined for a new friend, who is also asked for a few loves and hates. */
  readonly friend?: Person;
  readonly onSubmit: (answers: FriendAnswers) => void;
  readonly onClose: () => void;
}

/** A new friend in under a minute: name, a few loves, perhaps a never-again and tags. Also edits an existing one. */
export function FriendForm({ friend, onSubmit, onClose }: FriendFormProps): ReactNode {
  const [name, setName] = useState(friend?.name ?? '');
  const [likedTags, setLikedTags] = useState<readonly string[]>(friend?.likedTags ?? []);
  const [avoidedTags, setAvoidedTags] = useState<readonly string[]>(friend?.avoidedTags ?? []);
  const [email, setEmail] = useState(friend?.email ?? '');
  const [note, setNote] = useState(friend?.note ?? '');
  const [loves, setLoves] = useState<readonly Named[]>([]);
  const [nevers, setNevers] = useState<readonly Named[]>([]);
  const [tried, setTried] = useState(false);
  const [details, setDetails] = useState(friend !== undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    onSubmit({
      name: name.trim(),
      likedTags,
      avoidedTags,
      email: emptyToNull(email),
      note: emptyToNull(note),
      loves: loves.map(({ id }) => id),
      nevers: nevers.map(({ id }) => id),
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={friend === undefined ? friendsText.newTitle : friendsText.editTitle(friend.name)}
      closeButtonProps={{ 'aria-label': uiText.close }}
    >
      <form onSubmit={submit}>
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
              setName(event.currentTarget.value);
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
                onChange={setLoves}
              />
              <Chosen
                label={friendsText.neverStep}
                help={friendsText.neverHelp}
                picker={friendsText.pickNever}
                chosen={nevers}
                others={loves}
                onChange={setNevers}
              />
            </>
          ) : null}
          <TagsInput
            label={friendsText.likedTags}
            placeholder={friendsText.likedTagsPlaceholder}
            value={likedTags}
            onChange={setLikedTags}
          />
          <TagsInput
            label={friendsText.avoidedTags}
            placeholder={friendsText.avoidedTagsPlaceholder}
            value={avoidedTags}
            onChange={setAvoidedTags}
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
                  setEmail(event.currentTarget.value);
                }}
              />
              <Textarea
                label={friendsText.note}
                value={note}
                autosize
                minRows={2}
                maxRows={6}
                onChange={(event) => {
                  setNote(event.currentTarget.value);
                }}
              />
            </Stack>
          </Collapse>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {friendsText.cancel}
            </Button>
            <Button type="submit">{friend === undefined ? friendsText.create : friendsText.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface ChosenProps {
  readonly label: string;
  readonly help: string;
  readonly picker: string;
  readonly chosen: readonly Named[];
  /** A thing can be loved or hated, not both. */
  readonly others: readonly Named[];
  readonly onChange: (chosen: readonly Named[]) => void;
}

function Chosen({ label, help, picker, chosen, others, onChange }: ChosenProps): ReactNode {
  return (
    <div>
      <KnownItemPicker
        label={label}
        placeholder={picker}
        onPick={(id, title) => {
          if (![...chosen, ...others].some((item) => item.id === id)) onChange([...chosen, { id, title }]);
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

function emptyToNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
