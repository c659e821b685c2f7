import { Alert, Button, Group, Modal, MultiSelect, Stack, Textarea } from '@mantine/core';
import { IconCheck, IconCopy, IconMail, IconMessage } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
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
import { frameText } from '../../../text/frame';
import { uiText } from '../../../text/ui';
import { AddToList } from './add-to-list';
import { firstOverCap, recipientChoices, shareWithEach } from '../../../application/sharing/recipients';
import { draftNote, type NoteStyle } from '../notes/draft-note';
import { mailtoAddress } from './mailto-address';
import { NoteLengthChoice } from '../notes/note-length-choice';
import { ownSentence } from '../notes/own-sentence';
import { OwnWordsButton } from '../notes/own-words-button';
import { useNoteDrafts } from '../notes/use-note-drafts';
import type { PickContext } from '../use-pick-context';

export interface ShareDialogProps {
  readonly item: Item;
  /** Recipients chosen at first. */
  readonly friendIds: readonly PersonId[];
  readonly reasons: readonly Reason[];
  /** Initial style of the draft. */
  readonly noteStyle: NoteStyle;
  readonly context: PickContext;
  readonly onClose: (shared: boolean) => void;
}

/** How long "Copied" stands on the button before the dialog closes, milliseconds. */
const COPIED_SHOWN = 1500;

/** Shares one item with one or several friends. The program sends nothing itself: it copies, drafts and records. */
export function ShareDialog({ item, friendIds, reasons, noteStyle, context, onClose }: ShareDialogProps): ReactNode {
  const { shares, host, journal, clock } = useServices();
  const { showError, showToast } = useToasts();
  const announce = useAnnounce();
  const run = useAction();
  const [to, setTo] = useState(friendIds);
  const drafts = useNoteDrafts();
  const typed = drafts.of(friendIds, item.id);
  const setTyped = (words: string | null): void => {
    drafts.set(friendIds, item.id, words);
  };
  const [style, setStyle] = useState(noteStyle);
  const [clipboardRefused, setClipboardRefused] = useState(false);
  /** True once it is copied: the button says so for a moment, then the dialog closes. */
  const [copied, setCopied] = useState(false);
  const close = (shared: boolean): void => {
    if (shared) setTyped(null);
    onClose(shared);
  };
  const latestClose = useRef(close);
  useEffect(() => {
    latestClose.current = close;
  });
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => {
      latestClose.current(true);
    }, COPIED_SHOWN);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);
  const { friendsById, itemsById, settings } = context;
  const friends = to.map((id) => friendsById.get(id)).filter((friend) => friend !== undefined);
  const note =
    typed ??
    draftNote({
      item,
      friendNames: friends.map((friend) => friend.name),
      reasons,
      itemsById,
      spellings: context.spellings,
      ownerName: settings.ownerName,
      style,
    });
  const busy = firstOverCap(friends, context.shares, settings.weeklySendCap, clock());

  /** Records the share; false where that failed, and the dialog stays. */
  const record = async (via: ShareChannel): Promise<boolean> => {
    const several = friends.length > 1;
    const answers = await shareWithEach(
      friends.map(({ id }) => id),
      { itemId: item.id, via, note },
      (draft) => run(() => shares.shareItem(draft), { quiet: several }),
    );
    const receipts = answers.filter((receipt) => receipt !== undefined);
    if (several && receipts.length > 0) {
      const label = picksText.sharedWith(
        item.title,
        friends.filter((_, index) => answers[index] !== undefined).map(({ name }) => name),
      );
      const takeBack = async (): Promise<void> => {
        for (const { actionId } of receipts.toReversed()) await journal.undoAction(actionId);
        showToast(frameText.undone(label));
      };
      showToast(label, {
        undo: () => {
          takeBack().catch(showError);
        },
      });
    }
    return receipts.length === answers.length;
  };
  const remember = async (via: ShareChannel): Promise<void> => {
    if (await record(via)) close(true);
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
    setCopied(true);
    if (!(await record('message'))) setCopied(false);
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
  const idle = !nobody && !copied;
  return (
    <Modal
      opened
      onClose={() => {
        close(copied);
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
            length={style.length}
            edited={typed !== null}
            onChange={(length) => {
              setStyle({ ...style, length });
            }}
            onReset={() => {
              setTyped(null);
            }}
          />
          <OwnWordsButton
            title={item.title}
            note={note}
            edited={typed !== null}
            sentence={ownSentence(item.note)}
            ownerName={settings.ownerName}
            style={style}
            onStyle={setStyle}
            onChange={setTyped}
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
            leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            onClick={() => {
              if (idle) void copy();
            }}
          >
            {copied ? picksText.copiedShort : picksText.copyMessage}
          </Button>
          <Button
            disabled={!idle}
            variant="light"
            leftSection={<IconMail size={16} aria-hidden />}
            onClick={() => {
              void email();
            }}
          >
            {picksText.emailDraft}
          </Button>
          <Button
            disabled={!idle}
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
            disabled={!idle}
            onAdded={() => {
              void remember('list');
            }}
          />
        </Group>
      </Stack>
    </Modal>
  );
}
