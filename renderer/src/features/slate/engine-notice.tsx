import { useEngineState } from '../../app/context/use-engine-state';
import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { picksText } from '../../text/picks';

/** Says, calmly and with the reason, that the picks come from the fallback; nothing where the model runs. */
export function EngineNotice(): ReactNode {
  const { status, reason } = useEngineState();
  return status === 'fallback' ? (
    <Alert color="amber" title={picksText.fallbackTitle}>
      {reason}
    </Alert>
  ) : null;
}
