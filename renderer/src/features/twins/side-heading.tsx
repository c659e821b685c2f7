import { Badge, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Item } from '../../domain/item';
import { twinsText } from '../../text/twins';

/** Over each column: where the thing is, and what becomes of it if they are one. */
export function SideHeading({
  item,
  stays,
  onSwap,
}: {
  readonly item: Item;
  readonly stays: boolean;
  /** Lets this one stay. */
  readonly onSwap: () => void;
}): ReactNode {
  return (
    <Group gap="xs" wrap="wrap">
      <Text size="sm" c="dimmed" span>
        {item.inLibrary ? twinsText.inLibrary : twinsText.throughFriends}
      </Text>
      {stays ? (
        <Badge variant="light" tt="none">
          {twinsText.stays}
        </Badge>
      ) : (
        <Button size="compact-xs" variant="default" onClick={onSwap}>
          {twinsText.swap}
        </Button>
      )}
    </Group>
  );
}
