import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { keepingText } from '../../text/keeping';
import { NewPassphrase } from './new-passphrase';

/** Whether snapshots are locked from now on. */
export function SnapshotLock(): ReactNode {
  const { snapshots: keeper } = useServices();
  const { passphrase, isTaking } = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  const [isChoosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  if (passphrase !== null)
    return (
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{keepingText.isLocked}</Text>
        <Button
          size="xs"
          variant="default"
          disabled={isTaking}
          onClick={() => {
            void keeper.lock(null);
          }}
        >
          {keepingText.unlock}
        </Button>
      </Stack>
    );
  return (
    <form
      style={{ width: '100%' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === null) return;
        setChoosing(false);
        setChosen(null);
        void keeper.lock(chosen);
      }}
    >
      <Stack gap="sm" align="flex-start">
        <Checkbox
          label={keepingText.lock}
          description={keepingText.lockAbout}
          checked={isChoosing}
          onChange={(event) => {
            setChoosing(event.currentTarget.checked);
            setChosen(null);
          }}
        />
        {isChoosing ? (
          <>
            <NewPassphrase warning={keepingText.lockWarning} onChange={setChosen} />
            <Button type="submit" variant="light" disabled={chosen === null}>
              {keepingText.lockNow}
            </Button>
          </>
        ) : null}
      </Stack>
    </form>
  );
}
