import { Button, Group, List, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlannedAnalysis } from '../../importing/plan/plan-imports';
import { importText } from '../../text/import';
import { describeTwin } from './describe-twin';

/** A list file of the preview. Asks whose it is: nobody else's ratings become the owner's. */
export function DroppedList({
  planned: { analysis, plan },
  onTake,
}: {
  readonly planned: PlannedAnalysis;
  readonly onTake: (keepOpinions: boolean) => void;
}): ReactNode {
  const { doubtful } = plan;
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2}>{analysis.sourceLabel}</Title>
      <Text c="dimmed" mb="md">
        {importText.listCount(analysis.rows.length)}
      </Text>
      {doubtful.length === 0 ? null : (
        <>
          <Text size="sm" fw={600}>
            {importText.doubtfulHeading(doubtful.length)}
          </Text>
          <List size="sm" c="dimmed" mb="md">
            {doubtful.map(({ row, mightBe }) => (
              <List.Item key={row.line}>
                {row.title}: {mightBe.map(describeTwin).join(' ')}
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Group>
        <Button
          onClick={() => {
            onTake(true);
          }}
        >
          {importText.listMine}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            onTake(false);
          }}
        >
          {importText.listOthers}
        </Button>
      </Group>
    </Paper>
  );
}
