import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useAction } from '../../app/context/use-action';
import type { Item } from '../../domain/item';
import { itemText } from '../../text/item';
import { formatPercent } from '../../ui/format';
import { cautiousPercent } from '../slate/cards/fit-words';
import { useLikelyTags } from './use-likely-tags';

/** Tags predicted by the model, each a button that adds it to the item; nothing where there are none. */
export function LikelyTags({ item }: { readonly item: Item }): ReactNode {
  const { items } = useServices();
  const run = useAction();
  const likely = useLikelyTags(item);
  const add = async (name: string, button: HTMLButtonElement): Promise<void> => {
    const place = button.closest('li');
    const neighbour = place?.nextElementSibling ?? place?.previousElementSibling;
    // The chip disappears with the focus: it moves on to the next one.
    if ((await run(() => items.addTags([item.id], [name]))) !== undefined) neighbour?.querySelector('button')?.focus();
  };
  if (likely.length === 0) return null;
  return (
    <Stack gap={4} component="section" aria-labelledby="likely-tags" aria-describedby="likely-tags-hint">
      <Text id="likely-tags" size="xs" c="dimmed">
        {itemText.likelyTags}
      </Text>
      <Group component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
        {likely.map(({ name, confidence }) => (
          <li key={name}>
            <Button
              variant="default"
              size="compact-xs"
              radius="xl"
              fw={500}
              maw="100%"
              leftSection={<IconPlus size={12} aria-hidden />}
              style={{ borderStyle: 'dashed' }}
              onClick={(event) => {
                void add(name, event.currentTarget);
              }}
            >
              <VisuallyHidden>{itemText.addLikelyTag} </VisuallyHidden>
              {name}&nbsp;
              <Text span inherit fw={400} c="dimmed">
                {formatPercent(cautiousPercent(confidence) / 100)}
                <VisuallyHidden> {itemText.likely}</VisuallyHidden>
              </Text>
            </Button>
          </li>
        ))}
      </Group>
      <Text id="likely-tags-hint" size="xs" c="dimmed">
        {itemText.likelyTagsHint}
      </Text>
    </Stack>
  );
}
