import { Combobox, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { kindName } from '../text/kinds';
import { catalogueText } from '../text/catalogue';
import { Cover } from './cover';
import { formatYear } from './format';
import { optionOf, suggestedTitle, type OfferedTitle } from './offered-titles';
import { KindIcon } from './kind-label';
import classes from './title-option.module.css';

/** An option of a list under a field for titles. */
export function TitleOption({ title }: { readonly title: OfferedTitle }): ReactNode {
  return (
    <Combobox.Option value={optionOf(title)}>
      <OfferedTitleLine title={title} />
    </Combobox.Option>
  );
}

/** One offered thing: title, kind, year, makers; for one of the library, that it is there. */
export function OfferedTitleLine({ title }: { readonly title: OfferedTitle }): ReactNode {
  const { kind, creators, year, name, other } = factsOf(title);
  const place = placeOf(title);
  return (
    <Group gap="sm" wrap="nowrap">
      <Cover item={{ kind, title: name, creators }} />
      <div style={{ minWidth: 0, flex: 1 }}>
        <Text size="sm" fw={600} truncate>
          {name}
          {other === null ? null : (
            <Text span inherit fw={400} className={classes['faint']}>
              {' '}
              ({other})
            </Text>
          )}
        </Text>
        <Text size="xs" className={classes['faint']} truncate>
          <KindIcon kind={kind} size={12} />{' '}
          {[kindName(kind), year === null ? null : formatYear(year), creators.length === 0 ? null : creators.join(', ')]
            .filter((part) => part !== null)
            .join(' · ')}
        </Text>
      </div>
      {place === null ? null : (
        <Text size="xs" className={classes['faint']} style={{ whiteSpace: 'nowrap' }}>
          {place}
        </Text>
      )}
    </Group>
  );
}

interface ShownFacts {
  readonly kind: string;
  readonly creators: readonly string[];
  readonly year: number | null;
  readonly name: string;
  /** Another title by which it is found. */
  readonly other: string | null;
}

function factsOf(title: OfferedTitle): ShownFacts {
  if (title.from === 'library') {
    const { kind, creators, year, title: name } = title.item;
    return { kind, creators, year, name, other: null };
  }
  const { entry, alias } = title.suggestion;
  const name = suggestedTitle(title.suggestion);
  return { ...entry, name, other: [alias, entry.title].find((text) => text !== null && text !== name) ?? null };
}

const placeOf = (title: OfferedTitle): string | null =>
  title.from === 'catalogue' ? null : title.item.inLibrary ? catalogueText.inLibrary : catalogueText.notedForFriend;
