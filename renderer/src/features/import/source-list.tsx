import { Accordion, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { foldLetters } from '../../domain/fold-letters';
import { IMPORT_SOURCE_TEXTS } from '../../text/import-sources';
import { importText } from '../../text/import';

const BY_NAME = [...IMPORT_SOURCE_TEXTS]
  .sort(([, left], [, right]) => left.name.localeCompare(right.name))
  .map(([id, text]) => ({ id, ...text, words: foldLetters(`${text.name} ${text.brings} ${text.how}`) }));

/** Every kind of export this program reads: what comes of it, and where to get the file. */
export function SourceList(): ReactNode {
  const [sought, setSought] = useState('');
  const folded = foldLetters(sought.trim());
  const found = BY_NAME.filter(({ words }) => words.includes(folded));
  return (
    <>
      <TextInput
        maw={360}
        mb="sm"
        aria-label={importText.sourcesFind}
        placeholder={importText.sourcesFind}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={sought}
        onChange={(event) => {
          setSought(event.currentTarget.value);
        }}
      />
      {found.length === 0 ? (
        <Text component="output" display="block">
          {importText.sourcesNone}
        </Text>
      ) : (
        <Accordion variant="contained" order={3}>
          {found.map(({ id, name, brings, how }) => (
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
                <Text style={{ overflowWrap: 'anywhere' }}>{how}</Text>
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </>
  );
}
