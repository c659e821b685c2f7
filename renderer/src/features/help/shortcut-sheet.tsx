import { Group, Kbd, Modal, SimpleGrid, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { shortcutText } from '../../text/help';
import { uiText } from '../../text/ui';
import { PICK_SHORTCUTS } from '../slate/cards/pick-shortcuts';
import { ownValue } from '../../domain/own-value';

const KEY_NAMES: Readonly<Record<string, string>> = { arrowdown: '↓', arrowup: '↑' };
const keyName = (key: string): string => ownValue(KEY_NAMES, key) ?? key.toUpperCase();

const GROUPS: readonly { readonly title: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  ...shortcutText.groups,
  {
    title: shortcutText.picksTitle,
    keys: PICK_SHORTCUTS.map(({ keys, label }) => [keys.map(keyName).join(' '), label] as const),
  },
];

/** Every shortcut on one sheet; `?` opens it. */
export function ShortcutSheet({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={shortcutText.title}
      size="xl"
      closeButtonProps={{ 'aria-label': uiText.close }}
    >
      <ShortcutTables />
    </Modal>
  );
}

function ShortcutTables(): ReactNode {
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        {GROUPS.map((group) => (
          <section key={group.title}>
            <Title order={3} mb="xs">
              {group.title}
            </Title>
            <Table withRowBorders={false} verticalSpacing={4} horizontalSpacing={0}>
              <Table.Tbody>
                {group.keys.map(([keys, meaning]) => (
                  <Table.Tr key={keys}>
                    <Table.Td w="50%">
                      <Group gap={3}>
                        {keys.split(keys.includes('+') ? '+' : / (?=[A-Z↑↓])/u).map((key) => (
                          <Kbd key={key}>{key}</Kbd>
                        ))}
                      </Group>
                    </Table.Td>
                    <Table.Th scope="row" fw={400} fz="sm">
                      {meaning}
                    </Table.Th>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="md">
        {shortcutText.macNote}
      </Text>
    </>
  );
}
