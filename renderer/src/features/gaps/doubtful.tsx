import { Button, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { gapsText } from '../../text/gaps';

/** How many are in doubt, and the way to decide them. */
export function Doubtful({
  count,
  onGoThrough,
}: {
  readonly count: number;
  readonly onGoThrough: () => void;
}): ReactNode {
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="doubtful">
      <Title order={2} id="doubtful">
        {gapsText.doubtfulHeading(count)}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {gapsText.doubtfulHint}
      </Text>
      <Button variant="default" onClick={onGoThrough}>
        {gapsText.goThrough}
      </Button>
    </Paper>
  );
}
