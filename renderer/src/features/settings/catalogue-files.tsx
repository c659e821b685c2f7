import { Alert, Button, FileButton, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useToasts } from '../../app/context/use-toasts';
import type { OwnCatalogueState } from '../../application/catalogue/own-catalogue-session';
import type { CatalogueState } from '../../domain/catalogue';
import { IMDB_READING_SHARE } from '../../domain/ports/imdb-reader';
import { ownCatalogueText as words } from '../../text/own-catalogue';

/** Takes a newer catalogue and IMDb's files, and takes them away again. */
export function CatalogueFiles({ state }: { readonly state: CatalogueState }): ReactNode {
  const { ownCatalogue } = useServices();
  const { showToast, showError } = useToasts();
  const own = useSyncExternalStore(ownCatalogue.subscribe, ownCatalogue.snapshot);
  const isBusy = own.step === 'checking' || own.step === 'reading';
  const takeAway = (work: () => Promise<void>, done: string): void => {
    work().then(() => {
      showToast(done);
    }, showError);
  };
  return (
    <Stack gap="sm" align="flex-start">
      <Title order={3} mt="xs">
        {words.more}
      </Title>
      <Text size="sm" c="dimmed">
        {words.moreHint}
      </Text>
      <OwnFilesState own={own} />
      <Group gap="sm">
        <FileButton
          multiple
          onChange={(files) => {
            void ownCatalogue.take(files);
          }}
        >
          {(props) => (
            <Button {...props} variant="light" disabled={isBusy}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        {state.origin === 'own' || (state.problem !== null && state.status !== 'waiting') ? (
          <Button
            variant="default"
            disabled={isBusy}
            onClick={() => {
              takeAway(ownCatalogue.returnToShipped, words.shippedAnswers);
            }}
          >
            {words.returnToShipped}
          </Button>
        ) : null}
        {state.imdb === null ? null : (
          <Button
            variant="default"
            disabled={isBusy}
            onClick={() => {
              takeAway(ownCatalogue.removeImdb, words.removedImdb);
            }}
          >
            {words.removeImdb}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function OwnFilesState({ own }: { readonly own: OwnCatalogueState }): ReactNode {
  const { ownCatalogue } = useServices();
  switch (own.step) {
    case 'idle':
      return null;
    case 'checking':
      return (
        <Text size="sm" component="output" display="block">
          {words.checking}
        </Text>
      );
    case 'waiting':
      return (
        <Alert w="100%" title={words.missing[own.missing]}>
          <Button variant="default" size="xs" onClick={ownCatalogue.cancel}>
            {words.forgetFile}
          </Button>
        </Alert>
      );
    case 'reading': {
      const { done, total } = own.progress;
      const text = done / total < IMDB_READING_SHARE ? words.readingImdb : words.sorting;
      return (
        <Stack gap="xs" w="100%" align="flex-start">
          <Text size="sm" component="output" display="block">
            {text}
          </Text>
          <Progress w="100%" value={(100 * done) / total} aria-label={text} />
          <Button variant="default" size="xs" onClick={ownCatalogue.cancel}>
            {words.cancel}
          </Button>
        </Stack>
      );
    }
    case 'done':
      return <Alert w="100%">{words.done[own.what]}</Alert>;
    case 'refused':
      return (
        <Alert w="100%" color="amber" title={words.refused}>
          {own.reason ?? words.nothing}
        </Alert>
      );
  }
}
