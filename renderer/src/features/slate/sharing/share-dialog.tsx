import { Alert, Button, Group, Modal, MultiSelect, Stack, Textarea } from '@mantine/core';
import { IconCopy, IconMail, IconMessage } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useAnnounce } from '../../../app/context/window-state-context';
import { useServices } from '../../../app/context/services';
import { useToasts } from '../../../app/context/use-toasts';
import { useAction } from '../../../app/context/use-action';
import { AppError } from '../../../domain/errors';
import { type PersonId, personId } from '../../../domain/ids';
import type { Item } from '../../../domain/item';
import type { Reason } from '../../../domain/recommendation';
import type { ShareChannel } from '../../../domain/share';
import { picksText } from '../../../text/picks';
import { uiText } from '../../../text/ui';
import { AddToList } from './add-to-list';
import { firstOverCap, recipientChoices, shareWithEach } from '../../../application/sharing/recipients';
import { draftNote, type NoteLength } from '../notes/draft-note';
import { mailtoAddress } from './mailto-address';
import { NoteLengthChoice } from '../notes/note-length-choice';
import type { PickContext } from '../use-pick-context';

export interface ShareDialogProps {
  readonly item: Item;
  /** Recipients chosen at first. */
  readonly friendIds: readonly PersonId[];
  readonly reasons: readonly Reason[];
  /** The note as edited so far; null = the draft. */
  readonly editedNote: string | null;
  /** Initial length of the draft. */
  readonly noteLength: NoteLength;
  readonly context: PickContext;
  readonly onClose: (shared: boolean) => void;
}

/** Shares one item with one or several friends. The program sends nothing itself: it copies, drafts and records. */
export function ShareDialog({
  item,
  friendIds,
  reasons,
  editedNote,
  noteLength,
  context,
  onClose,
}: ShareDialogProps): ReactNode {
  const { shares, host, clock } = useServices();
  const { showError, showToast } = useToasts();
  const announce = useAnnounce();
  const run = useAction();
  const [to, setTo] = useState(friendIds);
  const [typed, setTyped] = useState(editedNote);
  const [length, setLength] = useState(noteLength);
  const [clipboardRefused, setClipboardRefused] = useState(false);
  const { friendsById, itemsById, settings } = context;
  const friends = to.map((id) => friendsById.get(id)).filter((friend) => friend !== undefined);
  const note =
    typed ??
    draftNote({
      item,
      friendNames: friends.map((friend) => friend.name),
      reasons,
      itemsById,
      ownerName: settings.ownerName,
      length,
    });
  const busy = firstOverCap(friends, context.shares, settings.weeklySendCap, clock());

  const remember = async (via: ShareChannel): Promise<void> => {
    const recipients = friends.map((friend) => friend.id);
    await shareWithEach(recipients, { itemId: item.id, via, note }, (draft) => run(() => shares.shareItem(draft)));
    onClose(true);
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(note);
    } catch {
      // Permission refused, or the window is not focused: the note can still be selected and copied by hand.
      setClipboardRefused(true);
      return;
    }
    announce(picksText.copied);
    await remember('message');
  };
  const email = async (): Promise<void> => {
    try {
      const opened = await host.openExternal(
        mailtoAddress(
          friends.map((friend) => friend.email),
          picksText.emailSubject(item.title),
          note,
        ),
      );
      if (opened) await remember('email');
      else showToast(picksText.emailRefused);
    } catch (error) {
      showError(new AppError('host-refused', picksText.emailRefused, { cause: error }));
    }
  };
  const nobody = friends.length === 0;
  return (
    <Modal
      opened
      onClose={() => {
        onClose(false);
      }}
      title={picksText.dialogTitle(item.title)}
      size="lg"
      returnFocus={false}
      closeButtonProps={{ 'aria-label': uiText.close }}
    >
      <Stack gap="md">
        <MultiSelect
          label={picksText.dialogTo}
          placeholder={nobody ? picksText.dialogToPlaceholder : ''}
          searchable
          data={recipientChoices(friendsById, friendIds).map((friend) => ({ value: friend.id, label: friend.name }))}
          value={[...to]}
          onChange={(ids) => {
            setTo(ids.map(personId));
          }}
          error={nobody ? picksText.chooseSomebody : null}
        />
        {busy === undefined ? null : (
          <Alert color="amber" title={picksText.overCapTitle}>
            {picksText.overCap(busy.friend.name, busy.count)}
          </Alert>
        )}
        {/* Before the words, so that the next stop after them is "Copy message". */}
        <Group gap="xs">
          <NoteLengthChoice
            length={length}
            edited={typed !== null}
            onChange={setLength}
            onReset={() => {
              setTyped(null);
            }}
          />
        </Group>
        <Textarea
          label={picksText.dialogMessage}
          description={picksText.dialogMessageHelp}
          value={note}
          autosize
          minRows={5}
          maxRows={12}
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        {clipboardRefused ? (
          <Alert color="amber" title={picksText.copyRefusedTitle}>
            {picksText.copyRefused}
          </Alert>
        ) : null}
        <Group gap="xs">
          <Button
            disabled={nobody}
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => {
              void copy();
            }}
          >
            {picksText.copyMessage}
          </Button>
          <Button
            disabled={nobody}
            variant="light"
            leftSection={<IconMail size={16} aria-hidden />}
            onClick={() => {
              void email();
            }}
          >
            {picksText.emailDraft}
          </Button>
          <Button
            disabled={nobody}
            variant="light"
            leftSection={<IconMessage size={16} aria-hidden />}
            onClick={() => {
              void remember('told');
            }}
          >
            {picksText.toldThem}
          </Button>
          <AddToList
            itemIds={[item.id]}
            disabled={nobody}
            onAdded={() => {
              void remember('list');
            }}
          />
        </Group>
      </Stack>
    </Modal>
  );
}
