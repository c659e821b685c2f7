import { Button, Checkbox, Paper, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EnrichmentPlan } from '../../application/catalogue/plan-enrichment';
import type { FillableField } from '../../domain/catalogue-link';
import { gapsText } from '../../text/gaps';
import { itemFieldText } from '../../text/item-fields';
import { formatNumber } from '../../ui/format';
import { useFill, worthFilling } from './use-fill';

export interface MissingFieldsProps {
  readonly plan: EnrichmentPlan;
  /** Fields that are to be filled in. */
  readonly wanted: readonly FillableField[];
  readonly onWanted: (wanted: readonly FillableField[]) => void;
}

/** Per field: how many lack it, how many the catalogue knows it for, and whether it is wanted. */
export function MissingFields({ plan, wanted, onWanted }: MissingFieldsProps): ReactNode {
  const fill = useFill();
  const count = worthFilling(plan.recognised, wanted).length;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="missing-fields">
      <Title order={2} id="missing-fields" mb="xs">
        {gapsText.fields}
      </Title>
      <Table verticalSpacing={7} layout="fixed" aria-labelledby="missing-fields" mb="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{gapsText.field}</Table.Th>
            <Table.Th ta="right">{gapsText.lacking}</Table.Th>
            <Table.Th ta="right">{gapsText.fillable}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.gaps
            .filter(({ lacking }) => lacking > 0)
            .map(({ field, lacking, fillable }) => (
              <Table.Tr key={field}>
                <Table.Td>
                  <Checkbox
                    label={itemFieldText[field].label}
                    checked={fillable > 0 && wanted.includes(field)}
                    disabled={fillable === 0}
                    onChange={({ currentTarget: { checked } }) => {
                      onWanted(checked ? [...wanted, field] : wanted.filter((other) => other !== field));
                    }}
                  />
                </Table.Td>
                <Table.Td ta="right">{formatNumber(lacking)}</Table.Td>
                <Table.Td ta="right">{formatNumber(fillable)}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
      {plan.byTitle.length === 0 ? null : (
        <Text size="sm" c="dimmed" mb="md" mt={-8}>
          {gapsText.withByTitle(plan.byTitle.length)}
        </Text>
      )}
      <Button
        disabled={count === 0}
        onClick={() => {
          void fill(plan.recognised, wanted);
        }}
      >
        {gapsText.fill(count)}
      </Button>
      {count === 0 ? null : (
        <Text size="sm" c="dimmed" mt={8}>
          {gapsText.fillHint}
        </Text>
      )}
    </Paper>
  );
}
