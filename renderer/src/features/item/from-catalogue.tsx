import { Button, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useAction } from '../../app/context/use-action';
import { useServices } from '../../app/context/services';
import { confirmedFill } from '../../application/catalogue/plan-enrichment';
import { NO_LINK } from '../../domain/catalogue-link';
import type { CatalogueEntry } from '../../domain/catalogue';
import type { Item } from '../../domain/item';
import { catalogueText } from '../../text/catalogue';
import { itemFieldText } from '../../text/item-fields';
import { formatList } from '../../ui/format';
import { CatalogueCandidates } from './catalogue-candidates';

/**
 * What of the thing came from the catalogue, and the way to say that it is another one: its facts go out, and the
 * catalogue's other things of that title may be chosen. Nothing where the catalogue has no part in it.
 */
export function FromCatalogue({ item }: { readonly item: Item }): ReactNode {
  const { enrichment } = useServices();
  const run = useAction();
  const [choosing, setChoosing] = useState(false);
  const { entry: keys, filled, different } = item.catalogue ?? NO_LINK;
  const refuse = async (): Promise<void> => {
    if ((await run(() => enrichment.sayDifferent(item.id, keys))) !== undefined) setChoosing(true);
  };
  const choose = async (entry: CatalogueEntry): Promise<void> => {
    if ((await run(() => enrichment.fillIn([confirmedFill(item, entry)]))) !== undefined) setChoosing(false);
  };
  if (keys.length > 0)
    return filled.length === 0 ? null : (
      <Stack gap={4} align="flex-start">
        <Text size="xs" c="dimmed">
          {catalogueText.filledIn(formatList(filled.map((field) => itemFieldText[field].name)))}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            void refuse();
          }}
        >
          {catalogueText.notThisOne}
        </Button>
      </Stack>
    );
  if (different.length === 0) return null;
  return choosing ? (
    <CatalogueCandidates
      item={item}
      onChoose={(entry) => {
        void choose(entry);
      }}
      onClose={() => {
        setChoosing(false);
      }}
    />
  ) : (
    <Button
      size="compact-xs"
      variant="subtle"
      style={{ alignSelf: 'flex-start' }}
      onClick={() => {
        setChoosing(true);
      }}
    >
      {catalogueText.chooseOther}
    </Button>
  );
}
