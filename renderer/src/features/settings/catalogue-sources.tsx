import { Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { toAppError } from '../../domain/errors';
import type { CatalogueNotice } from '../../domain/catalogue';
import { ownCatalogueText as words } from '../../text/own-catalogue';
import { Disclosure } from '../../ui/disclosure';
import { MarkdownText } from '../../ui/markdown/markdown-text';

/** Whom the licences of its sources ask to name. Read only when it is opened. */
export function CatalogueSources(): ReactNode {
  const { catalogue } = useServices();
  const [notice, setNotice] = useState<CatalogueNotice | string | null>(null);
  const read = (): void => {
    catalogue.notice({}).then(setNotice, (thrown: unknown) => {
      setNotice(toAppError(thrown).message);
    });
  };
  return (
    <Disclosure label={words.sources} onFirstOpen={read}>
      {notice === null || typeof notice === 'string' ? (
        <Text size="sm" role={notice === null ? 'status' : 'alert'}>
          {notice ?? words.sourcesLoading}
        </Text>
      ) : notice.text === null ? (
        <ul>
          {notice.sources.map(({ name, origin, licence, entries }) => (
            <li key={`${name} ${origin}`}>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {words.sourceLine(name, origin, licence, entries)}
              </Text>
            </li>
          ))}
        </ul>
      ) : (
        <MarkdownText source={notice.text} tableLabel={words.sourceTable} />
      )}
    </Disclosure>
  );
}
