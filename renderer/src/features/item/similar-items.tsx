import { Stack, Text, Title } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { useAnswer } from '../../app/context/use-answer';
import { useEngineRevision } from '../../app/context/use-engine-state';
import { similarItemsQuestion } from '../../application/picks/pick-questions';
import type { Item } from '../../domain/item';
import { itemText } from '../../text/item';
import { kindName } from '../../text/kinds';
import { Cover } from '../../ui/cover';
import { formatYear } from '../../ui/format';
import { paths } from '../../ui/paths';
import { likenessText } from './likeness-text';
import classes from './similar-items.module.css';

/** Similar items of the library; nothing while there is no answer, and where there are none. */
export function SimilarItems({ item }: { readonly item: Item }): ReactNode {
  const { recommender, library } = useServices();
  const { items, byId } = useLibrary(library);
  const revision = useEngineRevision();
  const { id } = item;
  const asked = useMemo(() => similarItemsQuestion(items, id, revision), [items, id, revision]);
  const { answer } = useAnswer(asked, ({ request }, signal) => recommender.similar(request, { signal }));
  const similar = (answer ?? []).flatMap(({ itemId, common }) => {
    const other = byId.get(itemId);
    return other === undefined ? [] : [{ other, why: likenessText(common, item.title) }];
  });
  if (similar.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="similar-items">
      <Title order={2} id="similar-items">
        {itemText.similar}
      </Title>
      <ul className={classes['list']}>
        {similar.map(({ other, why }) => (
          <li key={other.id} className={classes['row']}>
            <Cover item={other} />
            <div className={classes['words']}>
              <a href={paths.item(other.id)}>{other.title}</a>
              <Text size="xs" c="dimmed">
                {[kindName(other.kind), other.creators[0], other.year === null ? undefined : formatYear(other.year)]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </Text>
              {why === '' ? null : <Text size="xs">{why}</Text>}
            </div>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
