import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import { useLive } from '../../app/context/use-live';
import type { JoinedHow } from '../../domain/ports/library-keeping';
import { keepingText } from '../../text/keeping';
import { FactRow } from '../../ui/fact-row';
import { formatDateTime } from '../../ui/format';

/** Where what was entered is kept, and what a person decides about it. */
export function KeepingSection(): ReactNode {
  const { keeping, settled, isStorageKept } = useServices();
  const { outbox } = keeping;
  const { waiting, keptAt, problem } = useSyncExternalStore(outbox.subscribe, outbox.state);
  const [storage, setStorage] = useState<boolean | null | undefined>(undefined);
  useEffect(() => {
    let shown = true;
    void isStorageKept.then((answer) => {
      if (shown) setStorage(answer);
    });
    return () => {
      shown = false;
    };
  }, [isStorageKept]);
  return (
    <Stack component="section" gap="sm" aria-labelledby="settings-keeping">
      <Title order={2} id="settings-keeping">
        {keepingText.title}
      </Title>
      <Text c="dimmed">{keepingText.about}</Text>
      <TwoLibraries />
      {settled.areSnapshotsLocked ? <Alert color="orange">{keepingText.lockedSnapshots}</Alert> : null}
      {settled.isPart ? <Alert color="orange">{keepingText.isPart}</Alert> : null}
      <dl style={{ margin: 0 }}>
        <FactRow name={keepingText.outside}>
          {problem !== null
            ? keepingText.notKept(waiting > 0, problem.message)
            : waiting > 0
              ? keepingText.writing
              : keptAt === null
                ? keepingText.nothingYet
                : keepingText.allKept(formatDateTime(keptAt))}
        </FactRow>
        {storage === undefined ? null : (
          <FactRow name={keepingText.storage}>
            {storage === null
              ? keepingText.storageUnknown
              : storage
                ? keepingText.storageKept
                : keepingText.storageNotKept}
          </FactRow>
        )}
      </dl>
    </Stack>
  );
}

/** Until it is decided. */
function TwoLibraries(): ReactNode {
  const { keeping, settled, snapshots } = useServices();
  const run = useAction();
  const standing = useLive(() => keeping.standing(), [keeping]);
  const [isJoining, setIsJoining] = useState(false);
  if (settled.decision !== 'two-libraries' || standing !== null) return null;
  const join = (how: JoinedHow): void => {
    setIsJoining(true);
    void run(async () => {
      await snapshots.takeBefore('before-merge');
      return await keeping.join(how);
    }).finally(() => {
      setIsJoining(false);
    });
  };
  return (
    <Alert color="orange" title={keepingText.twoLibraries}>
      <Stack gap="sm">
        <Text size="sm">{keepingText.twoLibrariesAbout}</Text>
        <Group gap="sm">
          {(['together', 'this-alone', 'outside-alone'] as const).map((how) => (
            <Button
              key={how}
              size="xs"
              variant={how === 'together' ? 'filled' : 'default'}
              disabled={isJoining}
              onClick={() => {
                join(how);
              }}
            >
              {CHOICES[how]}
            </Button>
          ))}
        </Group>
        <Text size="xs" c="dimmed">
          {keepingText.outsideHint}
        </Text>
      </Stack>
    </Alert>
  );
}

const CHOICES: Readonly<Record<JoinedHow, string>> = {
  together: keepingText.putTogether,
  'this-alone': keepingText.keepThis,
  'outside-alone': keepingText.takeOutside,
};
