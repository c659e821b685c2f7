import { useEngineState } from '../../app/context/use-engine-state';
import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { picksText } from '../../text/picks';

/** Shows that picks come from the fallback, and why; nothing while the model runs. */
export function EngineNotice(): ReactNode {
  const { status, reason } = useEngineState();
  return status === 'fallback' ? (
    <Alert color="amber" title={picksText.fallbackTitle}>
      {reason}
    </Alert>
  ) : null;
}
