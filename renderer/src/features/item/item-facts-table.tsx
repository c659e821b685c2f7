import { Badge, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Item } from '../../domain/item';
import { itemText, sourceName } from '../../text/item';
import { lengthWords } from '../../text/length';
import { uiText } from '../../text/ui';
import { formatDate, formatNumber, formatPercent } from '../../ui/format';

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  );
}

/** What is known of it besides the title's line. Tags come last: the likely ones join them when the model has answered, and nothing below moves. */
export function ItemFactsTable({ item }: { readonly item: Item }): ReactNode {
  const { crowd } = item;
  return (
    <Stack component="dl" gap="xs" m={0}>
      {item.originalTitle === null ? null : <Fact name={itemText.originalTitle}>{item.originalTitle}</Fact>}
      {item.length === null ? null : <Fact name={itemText.length}>{lengthWords(item.length, item.kind)}</Fact>}
      {crowd === null || crowd.rating === null ? null : (
        <Fact name={itemText.crowd}>
          {itemText.crowdOf(formatPercent(crowd.rating), crowd.count === null ? null : formatNumber(crowd.count))}
        </Fact>
      )}
      <Fact name={itemText.addedOn}>
        {formatDate(item.addedAt)} · {sourceName(item.source)}
      </Fact>
      {Object.keys(item.identifiers).length === 0 ? null : (
        <Fact name={itemText.identifiers}>
          {Object.entries(item.identifiers)
            .map(([name, value]) => `${name} ${value}`)
            .join(', ')}
        </Fact>
      )}
      {item.tags.length === 0 ? null : (
        <Fact name={uiText.tags}>
          <Group component="span" gap={4} display="inline-flex">
            {item.tags.map((tag) => (
              <Badge key={tag} component="span" variant="light" size="sm" tt="none" fw={500}>
                {tag}
              </Badge>
            ))}
          </Group>
        </Fact>
      )}
    </Stack>
  );
}
