import { Button, Stack, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTitleCompletion } from '../../app/context/use-title-completion';
import { entryKeys } from '../../application/catalogue/entry-keys';
import type { CatalogueEntry } from '../../domain/catalogue';
import { lacks } from '../../domain/enrichment';
import { NO_LINK } from '../../domain/catalogue-link';
import type { Item } from '../../domain/item';
import { catalogueText } from '../../text/catalogue';
import { uiText } from '../../text/ui';
import { optionOf } from '../../ui/offered-titles';
import { OfferedTitleLine } from '../../ui/title-option';
import classes from './catalogue-candidates.module.css';

export interface CatalogueCandidatesProps {
  readonly item: Item;
  readonly onChoose: (entry: CatalogueEntry) => void;
  readonly onClose: () => void;
}

const MAX_SHOWN = 5;
const noneFound = (): readonly Item[] => [];

/** The catalogue's things that bear the title of this one, without those that it is not. */
export function CatalogueCandidates({ item, onChoose, onClose }: CatalogueCandidatesProps): ReactNode {
  const heading = useId();
  const section = useRef<HTMLDivElement>(null);
  const kind = lacks(item, 'kind') ? null : item.kind;
  const { offer, isCurrent } = useTitleCompletion({ text: item.title, kind, usualKind: item.kind }, noneFound);
  const { different } = item.catalogue ?? NO_LINK;
  const candidates = offer.titles
    .flatMap((title) => (title.from === 'catalogue' ? [{ title, entry: title.suggestion.entry }] : []))
    .filter(({ entry }) => !entryKeys(entry).some((key) => different.includes(key)))
    .slice(0, MAX_SHOWN);
  // The button that opened this is gone, and the focus with it.
  useEffect(() => {
    section.current?.focus();
  }, []);
  const isUnknown = isCurrent && candidates.length === 0;
  return (
    <Stack
      ref={section}
      component="section"
      gap={4}
      aria-labelledby={heading}
      tabIndex={-1}
      style={{ outline: 'none' }}
    >
      <Text id={heading} size="xs" c="dimmed">
        {isUnknown ? catalogueText.noOthers : catalogueText.otherOnes}
      </Text>
      {candidates.map(({ title, entry }) => (
        <UnstyledButton
          key={optionOf(title)}
          className={classes['candidate']}
          onClick={() => {
            onChoose(entry);
          }}
        >
          <OfferedTitleLine title={title} />
        </UnstyledButton>
      ))}
      <Button size="compact-xs" variant="subtle" style={{ alignSelf: 'flex-start' }} onClick={onClose}>
        {isUnknown ? uiText.close : catalogueText.chooseNone}
      </Button>
    </Stack>
  );
}
