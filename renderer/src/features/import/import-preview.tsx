import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useLibrary } from '../../app/context/use-library';
import type { ImportPreview } from '../../application/import/import-planner';
import { titlesFile } from '../../application/import/titles-text';
import type { UndecidedFile } from '../../application/import/undecided-file';
import { countLists, totalSize } from '../../importing/plan/plan-imports';
import { importText } from '../../text/import';
import { useKeptFocus } from '../../ui/use-kept-focus';
import { AnalysisPreview } from './analysis-preview';
import { ColumnMapping } from './column-mapping';
import { DroppedList } from './dropped-list';
import { LookUpTitles } from './look-up-titles';
import { RowsSitting } from './rows-sitting';
import type { ImportActions } from './use-import-session';

/** What an import would do, and what there is to decide before. */
export function Preview({
  preview: { files, plans, undecided, rowAnswers },
  actions,
  rereading,
}: {
  readonly preview: ImportPreview;
  readonly actions: ImportActions;
  /** The files are being read again by an answer; what is shown is from before it. */
  readonly rereading: boolean;
}): ReactNode {
  const { library } = useServices();
  const { ratingScale } = useSettings();
  const { byId } = useLibrary(library);
  const [asking, setAsking] = useState(false);
  useKeptFocus(asking);
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
  const titles = plans.flatMap(({ analysis }) => titlesFile(analysis, files) ?? []);
  // Titles alone are better looked up first.
  const isSecondBest = titles.length > 0 && titles.length === plans.length;
  const buttons = (
    <Group>
      {plans.length === 0 ? null : (
        <Button
          onClick={actions.apply}
          disabled={isEmpty}
          loading={rereading}
          variant={isSecondBest ? 'default' : 'filled'}
        >
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
      <Button variant="default" onClick={rereading ? actions.cancel : actions.startOver}>
        {rereading ? importText.cancel : importText.startOver}
      </Button>
      {rereading ? (
        <Text c="dimmed" size="sm" component="output">
          {importText.readingAgain}
        </Text>
      ) : null}
    </Group>
  );
  return (
    <Stack gap="lg">
      {plans.length === 0 ? null : buttons}
      {plans.length > 0 && isEmpty ? <Alert>{importText.nothingNew}</Alert> : null}
      {titles.map((file) => (
        <LookUpTitles key={file.name} file={file} />
      ))}
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
        <Alert color="amber" title={importText.refused(name)}>
          {importText.sentence(undecided.reason, [name])}
        </Alert>
      );
  }
}
