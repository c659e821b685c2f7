import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CatalogueState } from '../../domain/catalogue';
import { ownCatalogueText as words } from '../../text/own-catalogue';
import { formatDate } from '../../ui/format';
import { FactRow } from '../../ui/fact-row';

/** "2026-11-03" as a day in the person's own words, wherever they are. */
const formatDay = (day: string): string => formatDate(new Date(`${day}T12:00`).getTime());

/** Of a catalogue that could be read. */
export function CatalogueFacts({ state }: { readonly state: CatalogueState }): ReactNode {
  const { version, builtFrom, origin, imdb } = state;
  return (
    <dl style={{ margin: 0 }}>
      <FactRow name={words.answers}>
        {version === null ? words.noMain : origin === 'own' ? words.own(version) : words.shipped(version)}
        {version === null ? (
          <Text size="xs" c="dimmed">
            {state.reason}
          </Text>
        ) : null}
      </FactRow>
      {builtFrom === null ? null : <FactRow name={words.built}>{words.builtFrom(formatDay(builtFrom))}</FactRow>}
      {version === null ? null : <FactRow name={words.knows}>{words.things(state.things)}</FactRow>}
      {imdb === null ? null : (
        <FactRow name={words.imdb}>
          {words.imdbTitles(imdb.things, formatDay(imdb.builtFrom))}
          <Text size="xs" c="dimmed">
            {words.imdbCredit}
          </Text>
        </FactRow>
      )}
    </dl>
  );
}
