import { Button, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { usePageCommand } from '../../app/context/use-page-command';
import { useServices } from '../../app/context/services';
import { useToasts } from '../../app/context/use-toasts';
import type { ImportPreview } from '../../application/import/import-planner';
import type { ImportState } from '../../application/import/import-session';
import { importText } from '../../text/import';
import { Page } from '../../ui/page';
import { useKeptFocus } from '../../ui/use-kept-focus';
import { ArchivePreview } from './archive-preview';
import { ImportDone } from './import-done';
import { Preview } from './import-preview';
import { PastImports } from './past-imports';
import { SourceList } from './source-list';
import { useArchiveState, useImportActions, useImportState, type ImportActions } from './use-import-session';

/** What the file dialog shows; anything may be dropped. */
const EXTENSIONS = 'csv tsv txt json jsonl geojson xml opml opf html htm xlsx zip gz paprikarecipes handpicked'.split(
  ' ',
);

export function ImportPage(): ReactNode {
  const { host } = useServices();
  const { showError } = useToasts();
  const state = useImportState();
  const archive = useArchiveState();
  const { shown, rereading, actions } = usePreviewKept(state, useImportActions());
  useKeptFocus(state);
  const choose = (): void => {
    host
      .openFiles({ title: importText.chooseTitle, extensions: EXTENSIONS, multiple: true })
      .then(async (files) => {
        await actions.open(files.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name)));
      })
      .catch(showError);
  };
  usePageCommand('choose-files', choose);
  if (archive.step !== 'idle')
    return (
      <Page title={importText.title}>
        <ArchivePreview state={archive} />
      </Page>
    );
  return (
    <Page title={importText.title} description={state.step === 'choose' ? importText.description : undefined}>
      {state.step === 'choose' ? (
        <>
          <ChooseFiles onChoose={choose} />
          <PastImports />
          <Title order={2} mt="xl" mb="sm">
            {importText.sourcesTitle}
          </Title>
          <SourceList />
        </>
      ) : null}
      {state.step === 'reading' && shown === null ? (
        <Running
          text={importText.readingOf(state.progress.done, state.progress.total)}
          progress={state.progress}
          onCancel={actions.cancel}
        />
      ) : null}
      {shown === null ? null : <Preview preview={shown} actions={actions} rereading={rereading} />}
      {state.step === 'importing' ? (
        <Running
          text={importText.importing(state.progress.done, state.progress.total)}
          progress={state.progress}
          onCancel={actions.cancel}
        />
      ) : null}
      {state.step === 'done' ? (
        <ImportDone receipts={state.receipts} undone={state.undone} onUndo={actions.undo} onMore={actions.startOver} />
      ) : null}
    </Page>
  );
}

/**
 * While files are read again by an answer, their preview from before it stays: what was unfolded stays so, and the
 * question keeps the focus.
 */
function usePreviewKept(
  state: ImportState,
  actions: ImportActions,
): { readonly shown: ImportPreview | null; readonly rereading: boolean; readonly actions: ImportActions } {
  const [before, setBefore] = useState<ImportPreview | null>(null);
  const rereading = state.step === 'reading' && before !== null;
  if (before !== null && state.step !== 'reading' && state !== before) setBefore(null);
  return {
    shown: state.step === 'preview' ? state : rereading ? before : null,
    rereading,
    actions: {
      ...actions,
      answer: (source, question, value) => {
        if (state.step === 'preview') setBefore(state);
        actions.answer(source, question, value);
      },
    },
  };
}

function ChooseFiles({ onChoose }: { readonly onChoose: () => void }): ReactNode {
  return (
    // Only a frame: the whole window is the drop target (drop-target.tsx).
    <Paper withBorder p="xl" style={{ borderStyle: 'dashed' }}>
      <Stack align="center" gap="sm" py="sm" ta="center">
        <IconFileImport size={40} stroke={1.2} color="var(--mantine-color-anchor)" aria-hidden />
        <Text size="xl" ff="heading" fw={600}>
          {importText.drop}
        </Text>
        <Button onClick={onChoose}>{importText.choose}</Button>
        <Text c="dimmed" maw={520}>
          {importText.sources}
        </Text>
        <Text c="dimmed" size="sm">
          {importText.private}
        </Text>
      </Stack>
    </Paper>
  );
}

function Running({
  text,
  progress,
  onCancel,
}: {
  readonly text: string;
  readonly progress: { readonly done: number; readonly total: number };
  readonly onCancel: () => void;
}): ReactNode {
  return (
    <Paper withBorder p="xl">
      <Text mb="sm">{text}</Text>
      <Progress value={progress.total === 0 ? 0 : (100 * progress.done) / progress.total} aria-label={text} mb="md" />
      <Button variant="default" onClick={onCancel}>
        {importText.cancel}
      </Button>
    </Paper>
  );
}
