import { useCallback } from 'react';
import { useItemSearch } from '../../app/context/use-item-search';
import { useServices } from '../../app/context/services';
import { useUsualKind } from '../../app/context/use-usual-kind';
import { useAction } from '../../app/context/use-action';
import type { ItemId } from '../../domain/ids';
import { itemOfTitle, type TypedItem } from '../../ui/typed-item';

/** A thing that a friend knows. */
export interface KnownItem {
  readonly id: ItemId;
  readonly title: string;
}

/**
 * Takes typed words as a thing a friend knows: one that is there by that very title, else a new one outside the
 * library, since the owner does not have it. Undefined where nothing was typed, or adding it failed.
 */
export function useKnownItem(): (typed: TypedItem) => Promise<KnownItem | undefined> {
  const { items } = useServices();
  const run = useAction();
  const search = useItemSearch();
  const usualKind = useUsualKind();
  return useCallback(
    async ({ title: typed, kind }) => {
      const title = typed.trim();
      if (title === '') return undefined;
      const known = itemOfTitle(title, search(title));
      if (known !== undefined) return known;
      const created = await run(
        () => items.addItem({ title, kind: kind === '' ? usualKind : kind, inLibrary: false }),
        { quiet: true },
      );
      return created === undefined ? undefined : { id: created.id, title };
    },
    [items, run, search, usualKind],
  );
}
