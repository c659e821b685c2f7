import { Alert, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useLibrary } from '../../app/context/use-library';
import { usePageCommand } from '../../app/context/use-page-command';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useToasts } from '../../app/context/use-toasts';
import type { ImportPreview } from '../../application/import/import-planner';
import { countLists, totalSize } from '../../importing/plan/plan-imports';
import { titlesFile } from '../../application/import/titles-text';
import type { UndecidedFile } from '../../application/import/undecided-file';
import { importText } from '../../text/import';
import { Page } from '../../ui/page';
import { AnalysisPreview } from './analysis-preview';
import { ArchivePreview } from './archive-preview';
import { ColumnMapping } from './column-mapping';
import { DroppedList } from './dropped-list';
import { RowsSitting } from './rows-sitting';
import { SourceList } from './source-list';
import { ImportDone } from './import-done';
import { LookUpTitles } from './look-up-titles';
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
  const actions = useImportActions();
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
          <Title order={2} mt="xl" mb="sm">
            {importText.sourcesTitle}
          </Title>
          <SourceList />
        </>
      ) : null}
      {state.step === 'reading' ? (
        <Running
          text={importText.readingOf(state.progress.done, state.progress.total)}
          progress={state.progress}
          onCancel={actions.cancel}
        />
      ) : null}
      {state.step === 'preview' ? <Preview preview={state} actions={actions} /> : null}
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

function ChooseFiles({ onChoose }: { readonly onChoose: () => void }): ReactNode {
  return (
    // Only a frame: the whole window is the drop target (drop-target.tsx).
    <Paper withBorder p="xl" style={{ borderStyle: 'dashed' }}>
      <Stack align="center" gap="md" py="xl" ta="center">
        <IconFileImport size={48} stroke={1.2} color="var(--mantine-color-anchor)" aria-hidden />
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

function Preview({
  preview: { files, plans, undecided, rowAnswers },
  actions,
}: {
  readonly preview: ImportPreview;
  readonly actions: ImportActions;
}): ReactNode {
  const { library } = useServices();
  const { ratingScale } = useSettings();
  const { byId } = useLibrary(library);
  const [asking, setAsking] = useState(false);
  const doubtful = useMemo(
    () =>
      [...plans, ...undecided.flatMap((file) => (file.type === 'list' ? [file.planned] : []))].flatMap(
        ({ plan }) => plan.doubtful,
      ),
    [plans, undecided],
  );
  if (asking)
    return (
      <RowsSitting
        doubtful={doubtful}
        answers={rowAnswers}
        byId={byId}
        scale={ratingScale}
        onLeave={(answers) => {
          setAsking(false);
          actions.settle(answers);
        }}
      />
    );
  const count = totalSize(plans);
  const lists = countLists(plans);
  const isEmpty = count + lists === 0;
  const buttons = (
    <Group>
      {plans.length === 0 ? null : (
        <Button onClick={actions.apply} disabled={isEmpty}>
          {importText.importAll(count, lists)}
        </Button>
      )}
      {doubtful.length === 0 ? null : (
        <Button
          variant="default"
          onClick={() => {
            setAsking(true);
          }}
        >
          {importText.settle(doubtful.length)}
        </Button>
      )}
      <Button variant="default" onClick={actions.startOver}>
        {importText.startOver}
      </Button>
    </Group>
  );
  return (
    <Stack gap="lg">
      {plans.length === 0 ? null : buttons}
      {plans.length > 0 && isEmpty ? <Alert>{importText.nothingNew}</Alert> : null}
      {plans
        .map(({ analysis }) => titlesFile(analysis, files))
        .map((file) => (file === null ? null : <LookUpTitles key={file.name} file={file} />))}
      {plans.map((planned) => (
        <AnalysisPreview
          key={`${planned.analysis.source} ${planned.analysis.files.join(' ')}`}
          planned={planned}
          byId={byId}
          scale={ratingScale}
          onAnswer={(question, value) => {
            actions.answer(planned.analysis.source, question, value);
          }}
        />
      ))}
      {undecided.map((file) => (
        <Undecided key={file.name} undecided={file} actions={actions} />
      ))}
      {plans.length === 0 && undecided.length === 0 ? <Alert color="amber">{importText.nothing}</Alert> : null}
      {plans.length === 0 ? buttons : null}
    </Stack>
  );
}

function Undecided({
  undecided,
  actions,
}: {
  readonly undecided: UndecidedFile;
  readonly actions: ImportActions;
}): ReactNode {
  const { name } = undecided;
  switch (undecided.type) {
    case 'list':
      return (
        <DroppedList
          planned={undecided.planned}
          onTake={(keepOpinions) => {
            actions.takeList(undecided, keepOpinions);
          }}
        />
      );
    case 'table':
      return (
        <ColumnMapping
          file={name}
          table={undecided.table}
          onRead={(mapping) => {
            actions.readTable(name, mapping);
          }}
        />
      );
    case 'unreadable':
      return (
        <Alert color="amber" title={`${importText.unrecognised}: ${name}`}>
          {undecided.reason}
        </Alert>
      );
  }
}
