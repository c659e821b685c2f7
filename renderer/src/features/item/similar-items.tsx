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
import { formatList, formatYear } from '../../ui/format';
import { paths } from '../../ui/paths';
import classes from './similar-items.module.css';

const IN_COMMON_SHOWN = 3;

/** Similar items of the library; nothing while there is no answer, and where there are none. */
export function SimilarItems({ item }: { readonly item: Item }): ReactNode {
  const { recommender, library } = useServices();
  const { items, byId } = useLibrary(library);
  const revision = useEngineRevision();
  const { id } = item;
  const asked = useMemo(() => similarItemsQuestion(items, id, revision), [items, id, revision]);
  const { answer } = useAnswer(asked, ({ request }, signal) => recommender.similar(request, { signal }));
  const similar = (answer ?? []).flatMap(({ itemId, inCommon }) => {
    const other = byId.get(itemId);
    return other === undefined ? [] : [{ other, inCommon }];
  });
  if (similar.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="similar-items">
      <Title order={2} id="similar-items">
        {itemText.similar}
      </Title>
      <ul className={classes['list']}>
        {similar.map(({ other, inCommon }) => (
          <li key={other.id} className={classes['row']}>
            <Cover item={other} />
            <div className={classes['words']}>
              <a href={paths.item(other.id)}>{other.title}</a>
              <Text size="xs" c="dimmed">
                {[kindName(other.kind), other.creators[0], other.year === null ? undefined : formatYear(other.year)]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </Text>
              {inCommon.length === 0 ? null : (
                <Text size="xs">{itemText.inCommon(formatList(inCommon.slice(0, IN_COMMON_SHOWN)))}</Text>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
