import { Alert, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useLibrary } from '../../app/context/use-library';
import { usePageCommand } from '../../app/context/page-commands';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { showError } from '../../app/context/toast';
import { importText } from '../../text/import';
import { Page } from '../../ui/page';
import { AnalysisPreview } from './analysis-preview';
import { ColumnMapping } from './column-mapping';
import { DroppedList, listIn } from './dropped-list';
import { ImportDone } from './import-done';
import { writesOf } from './import-preview';
import { onHandedOverFiles } from './pending-files';
import { useImport, type ImportFlow } from './use-import';

const EXTENSIONS = ['csv', 'tsv', 'txt', 'zip', 'json'];

export function ImportPage(): ReactNode {
  const { host } = useServices();
  const flow = useImport();
  const { state, analyse } = flow;
  useEffect(() => onHandedOverFiles(analyse), [analyse]);
  const choose = (): void => {
    host.openFiles({ title: importText.chooseTitle, extensions: EXTENSIONS, multiple: true }).then(analyse, showError);
  };
  usePageCommand('choose-files', choose);
  return (
    <Page title={importText.title} description={state.step === 'choose' ? importText.description : undefined}>
      {state.step === 'choose' ? <ChooseFiles onChoose={choose} /> : null}
      {state.step === 'reading' ? (
        <Running
          text={importText.readingOf(state.progress.done, state.progress.total)}
          progress={state.progress}
          onCancel={flow.cancel}
        />
      ) : null}
      {state.step === 'preview' ? <Preview flow={flow} state={state} /> : null}
      {state.step === 'importing' ? (
        <Running
          text={importText.importing(state.progress.done, state.progress.total)}
          progress={state.progress}
          onCancel={flow.cancel}
        />
      ) : null}
      {state.step === 'done' ? <ImportDone receipts={state.receipts} onMore={flow.startOver} /> : null}
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
  flow,
  state,
}: {
  readonly flow: ImportFlow;
  readonly state: Extract<ImportFlow['state'], { step: 'preview' }>;
}): ReactNode {
  const { library } = useServices();
  const { ratingScale } = useSettings();
  const { byId } = useLibrary(library);
  const { plans, result } = state;
  const count = writesOf(plans);
  const buttons = (
    <Group>
      {plans.length === 0 ? null : (
        <Button onClick={flow.apply} disabled={count === 0}>
          {importText.importAll(count)}
        </Button>
      )}
      <Button variant="default" onClick={flow.startOver}>
        {importText.startOver}
      </Button>
    </Group>
  );
  return (
    <Stack gap="lg">
      {plans.length === 0 ? null : buttons}
      {plans.length > 0 && count === 0 ? <Alert>{importText.nothingNew}</Alert> : null}
      {plans.map((planned) => (
        <AnalysisPreview
          key={`${planned.analysis.source} ${planned.analysis.files.join(' ')}`}
          planned={planned}
          byId={byId}
          scale={ratingScale}
        />
      ))}
      {result.unrecognised.map(({ file, reason, table }) => {
        const list = listIn(state.files.find(({ name }) => name === file));
        if (list !== null) return <DroppedList key={file} list={list} />;
        if (table !== undefined)
          return (
            <ColumnMapping
              key={file}
              file={file}
              table={table}
              onRead={(mapping) => {
                flow.readTable(file, mapping);
              }}
            />
          );
        return (
          <Alert key={file} color="amber" title={`${importText.unrecognised}: ${file}`}>
            {reason}
          </Alert>
        );
      })}
      {plans.length === 0 && result.unrecognised.length === 0 ? (
        <Alert color="amber">{importText.nothing}</Alert>
      ) : null}
      {plans.length === 0 ? buttons : null}
    </Stack>
  );
}
