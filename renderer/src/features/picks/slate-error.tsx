import { Alert, Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AppError } from '../../domain/errors';
import { picksText } from '../../text/picks';

/** Why there are no picks, and another try. */
export function SlateError({ error, retry }: { readonly error: AppError; readonly retry: () => void }): ReactNode {
  return (
    <Alert color="red" title={picksText.errorTitle}>
      <Text size="sm" mb="sm">{error.message}</Text>
      <Button size="compact-sm" onClick={retry}>{picksText.retry}</Button>
    </Alert>
  );
}
