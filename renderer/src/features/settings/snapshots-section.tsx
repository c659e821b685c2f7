import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useToasts } from '../../app/context/use-toasts';
import { ownValue } from '../../domain/own-value';
import type { SnapshotInfo } from '../../domain/ports/host';
import { keepingText } from '../../text/keeping';
import { FactRow } from '../../ui/fact-row';
import { formatDateTime } from '../../ui/format';
import { goTo, paths } from '../../ui/paths';
import { SnapshotLock } from './snapshot-lock';

/** How many are listed; the folder has the rest. */
const SHOWN = 8;

/** Files of the whole library: which there are, that they can be restored, and going back to one. */
export function SnapshotsSection(): ReactNode {
  const { snapshots: keeper, host, archiveOpener } = useServices();
  const { showError } = useToasts();
  const { snapshots, proof, restoredAt, isTaking, isProving, problem } = useSyncExternalStore(
    keeper.subscribe,
    keeper.snapshot,
  );
  if (snapshots === null) return null;
  // Looked into where a dropped file is: the same page says what would change, and goes back.
  const show = ({ name }: SnapshotInfo): void => {
    host.snapshotRead(name).then((bytes) => {
      goTo(paths.import);
      void archiveOpener.open(new File([bytes.slice()], name));
    }, showError);
  };
  return (
    <Stack component="section" gap="sm" align="flex-start" aria-labelledby="settings-snapshots">
      <Title order={2} id="settings-snapshots">
        {keepingText.snapshots}
      </Title>
      <Text c="dimmed">{keepingText.snapshotsAbout}</Text>
      {problem === null ? null : <Alert color="orange">{problem.message}</Alert>}
      {restoredAt === null ? null : (
        <Alert color="blue">
          <Stack gap="sm" align="flex-start">
            {keepingText.unconfirmed(formatDateTime(restoredAt))}
            <Button
              size="xs"
              onClick={() => {
                keeper.confirmRestore();
              }}
            >
              {keepingText.confirm}
            </Button>
          </Stack>
        </Alert>
      )}
      <dl style={{ margin: 0, width: '100%' }}>
        <FactRow name={keepingText.lastProof}>
          {isProving
            ? keepingText.proving
            : proof === null
              ? keepingText.notProved
              : keepingText.provedAt(formatDateTime(proof.at))}
        </FactRow>
        {snapshots.length === 0 ? (
          <FactRow name={keepingText.snapshots}>{keepingText.noSnapshots}</FactRow>
        ) : (
          snapshots.slice(0, SHOWN).map((snapshot) => (
            <FactRow key={snapshot.name} name={formatDateTime(snapshot.writtenAt)}>
              <Group gap="sm" justify="space-between">
                {ownValue(keepingText.reasons, snapshot.reason ?? '') ?? snapshot.name}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`${keepingText.restore} ${formatDateTime(snapshot.writtenAt)}`}
                  onClick={() => {
                    show(snapshot);
                  }}
                >
                  {keepingText.restore}
                </Button>
              </Group>
            </FactRow>
          ))
        )}
      </dl>
      <SnapshotLock />
      <Group gap="sm">
        <Button
          variant="light"
          loading={isTaking}
          onClick={() => {
            void keeper.take('person');
          }}
        >
          {isTaking ? keepingText.taking : keepingText.takeNow}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            host.snapshotRevealFolder().catch(showError);
          }}
        >
          {keepingText.showFolder}
        </Button>
      </Group>
    </Stack>
  );
}
