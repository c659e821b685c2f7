import { Alert, Button, Group, List, Paper, PasswordInput, Progress, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import type { ArchiveOpenerState, ArchivePreview as Preview } from '../../application/archive/archive-opener';
import { archiveText as words } from '../../text/archive';
import { FactRow } from '../../ui/fact-row';
import { formatDateTime } from '../../ui/format';
import { goTo, paths } from '../../ui/paths';

/** A file that holds a whole library: when it was saved, what is in it, what restoring it would change. */
export function ArchivePreview({ state }: { readonly state: ArchiveOpenerState }): ReactNode {
  const { archiveOpener } = useServices();
  switch (state.step) {
    case 'idle':
      return null;
    case 'reading':
      return <Underway what={words.reading(state.fileName)} progress={state.progress} onCancel={archiveOpener.close} />;
    case 'restoring':
      return (
        <Underway
          what={words.restoring(state.fileName)}
          progress={state.progress}
          onCancel={archiveOpener.cancelRestore}
        />
      );
    case 'locked':
      return <Locked fileName={state.fileName} wasWrong={state.wasWrong} />;
    case 'refused':
      return (
        <Stack align="flex-start">
          <Alert w="100%" color="amber" title={words.refused(state.fileName)} style={{ overflowWrap: 'anywhere' }}>
            {state.reason}
          </Alert>
          <Button variant="default" onClick={archiveOpener.close}>
            {words.close}
          </Button>
        </Stack>
      );
    case 'preview':
      return <Contents preview={state} />;
  }
}

function Underway({
  what,
  progress: { done, total },
  onCancel,
}: {
  readonly what: string;
  readonly progress: { readonly done: number; readonly total: number };
  readonly onCancel: () => void;
}): ReactNode {
  return (
    <Paper withBorder p="xl">
      <Text component="output" display="block" mb="sm" style={{ overflowWrap: 'anywhere' }}>
        {what}
      </Text>
      <Progress value={(100 * done) / Math.max(1, total)} aria-label={what} mb="md" />
      <Button variant="default" onClick={onCancel}>
        {words.cancel}
      </Button>
    </Paper>
  );
}

function Locked({ fileName, wasWrong }: { readonly fileName: string; readonly wasWrong: boolean }): ReactNode {
  const { archiveOpener } = useServices();
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // It is the one thing to do here, after a file was dropped or a passphrase was wrong.
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="archive-locked">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '') void archiveOpener.unlock(passphrase);
        }}
      >
        <Stack align="flex-start">
          <Title order={2} id="archive-locked" style={{ overflowWrap: 'anywhere' }}>
            {words.locked(fileName)}
          </Title>
          <PasswordInput
            w="100%"
            maw={320}
            ref={field}
            label={words.passphrase}
            description={words.lockedHint}
            autoComplete="off"
            value={passphrase}
            error={wasWrong ? words.wrong : undefined}
            onChange={(event) => {
              setPassphrase(event.currentTarget.value);
            }}
          />
          <Group>
            <Button type="submit" disabled={passphrase === ''}>
              {words.unlock}
            </Button>
            <Button variant="default" onClick={archiveOpener.close}>
              {words.close}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

function Contents({ preview }: { readonly preview: Preview }): ReactNode {
  const { archiveOpener } = useServices();
  const run = useAction();
  const { fileName, summary, problems, changes } = preview;
  const lines = changes?.map(words.change).filter((line) => line !== null) ?? [];
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="archive-preview">
      <Stack align="flex-start">
        <Title order={2} id="archive-preview" style={{ overflowWrap: 'anywhere' }}>
          {fileName}
        </Title>
        <dl style={{ margin: 0 }}>
          <FactRow name={words.madeAt}>{formatDateTime(summary.madeAt)}</FactRow>
          <FactRow name={words.madeBy}>{words.program(summary.programVersion)}</FactRow>
          <FactRow name={words.contents}>
            {words.holds(summary.tables)}
            {summary.damaged === 0 ? null : `, ${words.damaged(summary.damaged)}`}
          </FactRow>
        </dl>
        <Title order={3}>{words.changesHeading}</Title>
        {changes === null ? (
          <Text>{words.changesUnknown}</Text>
        ) : lines.length === 0 ? (
          <Text>{words.noChanges}</Text>
        ) : (
          <List>
            {lines.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        )}
        {problems.length === 0 ? null : (
          <Alert w="100%" color="amber" title={words.remarks} style={{ overflowWrap: 'anywhere' }}>
            <List size="sm">
              {problems.map((problem) => (
                <List.Item key={`${problem.code} ${problem.part}`}>{words.problem(problem)}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <Text size="sm" c="dimmed">
          {words.undoable}
        </Text>
        <Group>
          <Button
            onClick={() => {
              // It takes a while: whoever has gone to another page meanwhile stays there.
              const from = window.location.hash;
              const isHere = (): boolean => window.location.hash === from;
              const linkAfter = () => (isHere() ? null : { label: words.goToLibrary, address: paths.library });
              void run(() => archiveOpener.restore(), { linkAfter }).then((receipt) => {
                if (receipt !== undefined && receipt !== null && isHere()) goTo(paths.library);
              });
            }}
          >
            {words.restore}
          </Button>
          <Button variant="default" onClick={archiveOpener.close}>
            {words.close}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
