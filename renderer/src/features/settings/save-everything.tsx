import { Alert, Button, Checkbox, Progress, Stack, Text, Title } from '@mantine/core';
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import type { ArchiveSaverState } from '../../application/archive/archive-saver';
import { archiveText as words } from '../../text/archive';
import { NewPassphrase } from './new-passphrase';

/** Saves the whole library as one file, locked if the person wants it. */
export function SaveEverything(): ReactNode {
  const { archiveSaver } = useServices();
  const state = useSyncExternalStore(archiveSaver.subscribe, archiveSaver.snapshot);
  const [isLocked, setLocked] = useState(false);
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const isSaving = state.step === 'saving';
  const isReady = !isLocked || passphrase !== null;
  return (
    <Stack component="section" gap="sm" align="flex-start" aria-labelledby="settings-archive">
      <Title order={2} id="settings-archive">
        {words.heading}
      </Title>
      <Text c="dimmed">{words.intro}</Text>
      <form
        style={{ width: '100%' }}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void archiveSaver.save(isLocked ? passphrase : null);
        }}
      >
        <Stack gap="sm" align="flex-start">
          <Checkbox
            label={words.lock}
            checked={isLocked}
            disabled={isSaving}
            onChange={(event) => {
              setLocked(event.currentTarget.checked);
              setPassphrase(null);
            }}
          />
          {isLocked ? <NewPassphrase warning={words.lockWarning} onChange={setPassphrase} /> : null}
          <Button type="submit" variant="light" disabled={isSaving || !isReady}>
            {words.save}
          </Button>
        </Stack>
      </form>
      <SavingState state={state} onCancel={archiveSaver.cancel} />
    </Stack>
  );
}

function SavingState({
  state,
  onCancel,
}: {
  readonly state: ArchiveSaverState;
  readonly onCancel: () => void;
}): ReactNode {
  switch (state.step) {
    case 'idle':
      return null;
    case 'saving':
      return (
        <Stack gap="xs" w="100%" align="flex-start">
          <Text size="sm" component="output" display="block">
            {words.saving}
          </Text>
          <Progress
            w="100%"
            value={(100 * state.progress.done) / Math.max(1, state.progress.total)}
            aria-label={words.saving}
          />
          <Button variant="default" size="xs" onClick={onCancel}>
            {words.cancel}
          </Button>
        </Stack>
      );
    case 'saved':
      return (
        <Text component="output" display="block" style={{ overflowWrap: 'anywhere' }}>
          {words.saved(state.fileName, state.isLocked)} {words.holds(state.summary.tables)}
        </Text>
      );
    case 'failed':
      return (
        <Alert w="100%" color="amber" title={words.failed}>
          {state.reason}
        </Alert>
      );
  }
}
