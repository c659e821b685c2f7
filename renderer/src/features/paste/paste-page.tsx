import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useTwinsNotice } from '../../app/context/use-twins-notice';
import { pastePlan } from '../../application/paste/plan-paste';
import type { PasteDestination } from '../../domain/paste-plan';
import { pasteText } from '../../text/paste';
import { Page } from '../../ui/page';
import { goTo, paths } from '../../ui/paths';
import { PasteDoubts } from './paste-doubts';
import { PastePreview } from './paste-preview';
import { PasteText } from './paste-text';
import { useDestinations } from './use-destinations';
import { usePaste } from './use-paste';

/** Lines that somebody pastes become things: of the library, of a friend's loves, or of a list. */
export function PastePage({ to }: { readonly to: PasteDestination }): ReactNode {
  const { pastes } = useServices();
  const run = useAction();
  const tellOfTwins = useTwinsNotice();
  const paste = usePaste();
  const [asking, setAsking] = useState(false);
  const { areKnown, destinations, chosen, choose } = useDestinations(to);
  const { planned, progress, draft } = paste;
  const add = async (): Promise<void> => {
    if (planned === null) return;
    const receipt = await run(() => pastes.addPasted(pastePlan(planned, chosen.destination)));
    if (receipt === undefined) return;
    draft.discard();
    tellOfTwins(receipt.itemIds);
    goTo(addressOf(chosen.destination));
  };
  if (planned !== null && asking)
    return (
      <Page title={pasteText.title}>
        <PasteDoubts
          paste={paste}
          planned={planned}
          onLeave={() => {
            setAsking(false);
          }}
        />
      </Page>
    );
  return (
    <Page title={pasteText.title} description={planned === null ? pasteText.intro : undefined}>
      <Stack gap="lg">
        {progress === null ? null : (
          <Paper withBorder p="xl">
            <Text mb="sm">{pasteText.looking(progress.done, progress.total)}</Text>
            <Progress
              value={progress.total === 0 ? 0 : (100 * progress.done) / progress.total}
              aria-label={pasteText.looking(0, 0)}
              mb="md"
            />
            <Group>
              <Button variant="default" onClick={paste.back}>
                {pasteText.cancel}
              </Button>
            </Group>
          </Paper>
        )}
        {progress === null && planned === null && areKnown ? (
          <PasteText paste={paste} destinations={destinations} chosen={chosen} onChoose={choose} />
        ) : null}
        {progress === null && planned !== null && areKnown ? (
          <PastePreview
            paste={paste}
            planned={planned}
            chosen={chosen}
            onAdd={() => {
              void add();
            }}
            onGoThrough={() => {
              setAsking(true);
            }}
          />
        ) : null}
      </Stack>
    </Page>
  );
}

function addressOf(destination: PasteDestination): string {
  switch (destination.type) {
    case 'library':
      return paths.library;
    case 'loves':
      return paths.friend(destination.personId);
    case 'list':
      return paths.list(destination.listId);
  }
}
