import { Accordion, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { IMPORT_SOURCE_TEXTS } from '../../text/import-sources';

const BY_NAME = [...IMPORT_SOURCE_TEXTS].sort(([, left], [, right]) => left.name.localeCompare(right.name));

/** Every kind of export this program reads: what comes of it, and where to get the file. */
export function SourceList(): ReactNode {
  return (
    <Accordion variant="contained" order={3}>
      {BY_NAME.map(([id, { name, brings, how }]) => (
        <Accordion.Item value={id} key={id}>
          <Accordion.Control>
            <Text fw={600} span>
              {name}
            </Text>{' '}
            <Text c="dimmed" size="sm" span>
              {brings}
            </Text>
          </Accordion.Control>
          <Accordion.Panel>
            <Text>{how}</Text>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
