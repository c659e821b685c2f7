import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useTwins } from '../../app/context/use-twins';
import type { ItemId } from '../../domain/ids';
import { twinsText } from '../../text/twins';
import { paths } from '../../ui/paths';

/** After an import: how many of its things could be the same as others, and the way to them. */
export function NewTwins({ itemIds }: { readonly itemIds: readonly ItemId[] }): ReactNode {
  const { twinsSession } = useServices();
  const { pairs } = useTwins();
  const brought = useMemo(() => new Set(itemIds), [itemIds]);
  const found = new Set(pairs.flatMap(({ things }) => things.map(({ id }) => id).filter((id) => brought.has(id))));
  if (found.size === 0) return null;
  return (
    <Alert
      icon={<IconCopy size={18} aria-hidden />}
      mb="lg"
      styles={{ wrapper: { alignItems: 'center' }, icon: { marginTop: 0 } }}
    >
      <Group justify="space-between">
        <Text size="sm">{twinsText.ofNew(found.size)}</Text>
        <Button
          component="a"
          href={paths.twins}
          variant="default"
          size="xs"
          onClick={() => {
            twinsSession.putFirst(itemIds);
          }}
        >
          {twinsText.lookAtThem}
        </Button>
      </Group>
    </Alert>
  );
}
