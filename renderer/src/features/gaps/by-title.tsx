import { Button, Checkbox, Paper, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ProposedFill } from '../../application/catalogue/plan-enrichment';
import type { FillableField } from '../../domain/catalogue-link';
import type { ItemId } from '../../domain/ids';
import { gapsText } from '../../text/gaps';
import { describeEntry } from './describe-entry';
import { RowList } from '../../ui/row-list';
import { useFill, worthFilling } from './use-fill';

const NONE: ReadonlySet<ItemId> = new Set();

/** Those for which nothing but their title speaks: each is chosen by the owner, or all at once. */
export function ByTitle({
  proposed,
  wanted,
}: {
  readonly proposed: readonly ProposedFill[];
  readonly wanted: readonly FillableField[];
}): ReactNode {
  const fill = useFill();
  const [chosen, setChosen] = useState<ReadonlySet<ItemId>>(NONE);
  const taken = worthFilling(
    proposed.filter(({ item }) => chosen.has(item.id)),
    wanted,
  );
  const choose = (ids: readonly ItemId[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setChosen(next);
  };
  const count = proposed.filter(({ item }) => chosen.has(item.id)).length;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="by-title">
      <Title order={2} id="by-title">
        {gapsText.byTitleHeading(proposed.length)}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {gapsText.byTitleHint}
      </Text>
      {proposed.length === 1 ? null : (
        <Checkbox
          mb={6}
          ml={4}
          label={gapsText.all}
          checked={count === proposed.length}
          indeterminate={count > 0 && count < proposed.length}
          onChange={({ currentTarget: { checked } }) => {
            choose(
              proposed.map(({ item }) => item.id),
              checked,
            );
          }}
        />
      )}
      <RowList
        label={gapsText.byTitleLabel}
        count={proposed.length}
        renderRow={(index) => {
          const one = proposed[index];
          return one === undefined ? null : (
            <Checkbox
              label={one.item.title}
              description={describeEntry(one.entry)}
              checked={chosen.has(one.item.id)}
              onChange={({ currentTarget: { checked } }) => {
                choose([one.item.id], checked);
              }}
            />
          );
        }}
      />
      <Button
        mt="md"
        variant={taken.length === 0 ? 'default' : 'filled'}
        disabled={taken.length === 0}
        onClick={() => {
          void fill(taken, wanted);
        }}
      >
        {gapsText.fillChosen(taken.length)}
      </Button>
    </Paper>
  );
}
