import { Badge, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Item } from '../../domain/item';
import { FIELD_NAMES, FIELDS, type ItemFieldName } from '../../domain/item-fields/field-names';
import { itemText } from '../../text/item';
import { sourceName } from '../../text/source-names';
import { itemFieldText } from '../../text/item-fields';
import { tagName } from '../../text/tag-names';
import { fieldWords, type WordsContext } from '../../ui/field-words';
import { formatDate, formatNumber, formatPercent, type RatingScale } from '../../ui/format';

/** Tags come last: the likely ones join them when the model has answered, and nothing below moves. */
const LAST_FIELDS: readonly ItemFieldName[] = ['identifiers', 'tags'];
const FIRST_FIELDS = FIELD_NAMES.filter((name) => FIELDS[name].inFactsTable && !LAST_FIELDS.includes(name));

/** Fields shown in another way than in plain words; null where the item does not have it. */
const CONTENT: { readonly [Name in ItemFieldName]?: (value: Item[Name]) => ReactNode } = {
  crowd: (crowd) =>
    crowd === null || crowd.rating === null
      ? null
      : itemText.crowdOf(formatPercent(crowd.rating), crowd.count === null ? null : formatNumber(crowd.count)),
  identifiers: (identifiers) =>
    Object.entries(identifiers)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ') || null,
  tags: (tags) =>
    tags.length === 0 ? null : (
      <Group component="span" gap={4} display="inline-flex">
        {tags.map((tag) => (
          <Badge key={tag} component="span" variant="light" size="sm" tt="none" fw={500}>
            {tagName(tag)}
          </Badge>
        ))}
      </Group>
    ),
};

function contentOf<Name extends ItemFieldName>(name: Name, item: Pick<Item, Name>, context: WordsContext): ReactNode {
  const content = CONTENT[name];
  return content === undefined ? fieldWords(name, item[name], context) : content(item[name]);
}

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

export interface ItemFactsTableProps {
  readonly item: Item;
  readonly scale: RatingScale;
}

/** What is known of the item besides the lines at the head of its page. */
export function ItemFactsTable({ item, scale }: ItemFactsTableProps): ReactNode {
  const factOf = (name: ItemFieldName): ReactNode => {
    const content = contentOf(name, item, { kind: item.kind, scale });
    return content === null ? null : (
      <Fact key={name} name={itemFieldText[name].label}>
        {content}
      </Fact>
    );
  };
  return (
    <Stack component="dl" gap="xs" m={0}>
      {FIRST_FIELDS.map(factOf)}
      <Fact name={itemText.addedOn}>
        {formatDate(item.addedAt)} · {sourceName(item.source)}
      </Fact>
      {LAST_FIELDS.map(factOf)}
    </Stack>
  );
}
