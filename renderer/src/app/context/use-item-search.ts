import { useCallback } from 'react';
import type { Item } from '../../domain/item';
import { useServices } from './services';

/** A search for `ItemPicker`, best first. `libraryOnly` leaves out things known only through friends. */
export function useItemSearch(options?: {
  readonly libraryOnly?: boolean;
  readonly limit?: number;
}): (query: string) => readonly Item[] {
  const { library } = useServices();
  const libraryOnly = options?.libraryOnly ?? false;
  const limit = options?.limit ?? 20;
  return useCallback(
    (query) => {
      const { byId } = library.snapshot();
      const found: Item[] = [];
      for (const id of library.search(query)) {
        const item = byId.get(id);
        if (item !== undefined && (item.inLibrary || !libraryOnly)) found.push(item);
        if (found.length >= limit) break;
      }
      return found;
    },
    [library, libraryOnly, limit],
  );
}
