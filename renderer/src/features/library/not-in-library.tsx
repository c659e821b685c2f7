import { Button, Group, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useId, type ReactNode, type Ref } from 'react';
import { useAction } from '../../app/context/use-action';
import { useServices } from '../../app/context/services';
import { useTitleCompletion } from '../../app/context/use-title-completion';
import { useUsualKind } from '../../app/context/use-usual-kind';
import { draftOfEntry } from '../../application/catalogue/draft-of-entry';
import { UNKNOWN_KIND } from '../../domain/enrichment';
import type { Item } from '../../domain/item';
import { libraryText } from '../../text/library';
import { focusNth } from '../../ui/focus-nth';
import { optionOf, suggestedTitle, type OfferedTitle } from '../../ui/offered-titles';
import { OfferedTitleLine } from '../../ui/title-option';
import classes from './not-in-library.module.css';
import { useQuickAddDraft } from './use-quick-add-draft';

export interface NotInLibraryProps {
  /** What is searched for; nothing is shown while it is empty. */
  readonly query: string;
  /** The kind that is filtered by. */
  readonly kind: string | null;
  /** Opens the form for a new thing. */
  readonly onQuickAdd: () => void;
  readonly ref?: Ref<HTMLElement>;
}

const MAX_SHOWN = 5;

/** Nothing of the library: its own things stand in the grid. */
const noneFound = (): readonly Item[] => [];

/** What is searched for and not in the library, each with the button that adds it; for the rest, the form. */
export function NotInLibrary({ query, kind, onQuickAdd, ref }: NotInLibraryProps): ReactNode {
  const { items } = useServices();
  const run = useAction();
  const usualKind = useUsualKind();
  const draft = useQuickAddDraft();
  const heading = useId();
  const { offer } = useTitleCompletion({ text: query, kind, usualKind }, noneFound);
  const typed = query.trim();
  if (typed === '') return null;
  const shown = offer.titles.filter((title) => title.from === 'catalogue' || !title.item.inLibrary).slice(0, MAX_SHOWN);
  const add = async (title: OfferedTitle, button: HTMLElement, place: number): Promise<void> => {
    const section = button.closest('section');
    const receipt = await run(() =>
      title.from === 'library'
        ? items.editItem(title.item.id, { inLibrary: true })
        : items.addItem(
            draftOfEntry({ title: suggestedTitle(title.suggestion), kind: UNKNOWN_KIND }, title.suggestion.entry),
          ),
    );
    // The row goes with the focus: it moves on to the next button.
    if (receipt !== undefined) focusNth(section, 'button', place);
  };
  return (
    <section ref={ref} aria-labelledby={heading} className={classes['section']}>
      <Title order={2} size="h4" id={heading}>
        {libraryText.notHere}
      </Title>
      <ul className={classes['titles']}>
        {shown.map((title, place) => (
          <li key={optionOf(title)} className={classes['title']}>
            <div className={classes['line']}>
              <OfferedTitleLine title={title} />
            </div>
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconPlus size={14} aria-hidden />}
              aria-label={libraryText.addThing(nameOf(title))}
              onClick={(event) => {
                void add(title, event.currentTarget, place);
              }}
            >
              {libraryText.addHere}
            </Button>
          </li>
        ))}
      </ul>
      <Group mt={shown.length === 0 ? 0 : 'xs'}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPencil size={14} aria-hidden />}
          onClick={() => {
            draft.change((before) => ({ ...before, typed: { ...before.typed, title: typed }, picked: null }));
            onQuickAdd();
          }}
        >
          <Text span inherit truncate maw={420}>
            {libraryText.addTyped(typed)}
          </Text>
        </Button>
      </Group>
    </section>
  );
}

const nameOf = (title: OfferedTitle): string =>
  title.from === 'library' ? title.item.title : suggestedTitle(title.suggestion);
