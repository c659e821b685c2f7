import { Alert, Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AppError } from '../../domain/errors';
import { picksText } from '../../text/picks';

/** The error in place of an answer, with a button that asks again. */
export function SlateError({
  error,
  retry,
  title = picksText.errorTitle,
}: {
  readonly error: AppError;
  readonly retry: () => void;
  readonly title?: string;
}): ReactNode {
  return (
    <Alert color="red" title={title}>
      <Text size="sm" mb="sm">
        {error.message}
      </Text>
      <Button size="compact-sm" onClick={retry}>
        {picksText.retry}
      </Button>
    </Alert>
  );
}
