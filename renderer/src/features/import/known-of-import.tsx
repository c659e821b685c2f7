import { Anchor, Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useGaps } from '../../app/context/use-gaps';
import { useLibrary } from '../../app/context/use-library';
import type { ItemId } from '../../domain/ids';
import { gapsText } from '../../text/gaps';
import { paths } from '../../ui/paths';

/** A quiet line after an import: of how many of these things the catalogue knows more. */
export function KnownOfImport({ itemIds }: { readonly itemIds: readonly ItemId[] }): ReactNode {
  const { catalogue: isOn } = useSettings();
  return isOn && itemIds.length > 0 ? <LookedUp itemIds={itemIds} /> : null;
}

function LookedUp({ itemIds }: { readonly itemIds: readonly ItemId[] }): ReactNode {
  const { library } = useServices();
  const { byId } = useLibrary(library);
  const { state, plan } = useGaps();
  const own = useMemo(() => new Set(itemIds.filter((id) => byId.has(id))), [itemIds, byId]);
  const known = [...plan.recognised, ...plan.byTitle].filter(({ item }) => own.has(item.id)).length;
  const doubtful = plan.doubtful.some(({ item }) => own.has(item.id));
  if (state.step !== 'found' || (known === 0 && !doubtful)) return null;
  return (
    <Text size="sm" mb="lg" component="output" display="block">
      {known === 0 ? gapsText.mayKnowMore(own.size) : gapsText.knowsMore(known, own.size)}{' '}
      <Anchor href={paths.gaps} inherit>
        {gapsText.open}
      </Anchor>
    </Text>
  );
}
