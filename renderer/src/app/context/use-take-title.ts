import { useCallback } from 'react';
import { draftOfEntry } from '../../application/catalogue/draft-of-entry';
import type { CatalogueEntry } from '../../domain/catalogue';
import { UNKNOWN_KIND } from '../../domain/enrichment';
import type { ItemId } from '../../domain/ids';
import { suggestedTitle, type OfferedTitle } from '../../ui/offered-titles';
import { itemOfTitle, type TypedItem } from '../../ui/typed-item';
import { useAction } from './use-action';
import { useItemSearch } from './use-item-search';
import { useServices } from './services';
import { useTitleCompleter } from './use-title-completer';
import { useUsualKind } from './use-usual-kind';

/** A thing that was chosen or typed. */
export interface TakenItem {
  readonly id: ItemId;
  readonly title: string;
}

/** Undefined where nothing was typed, or adding it failed. */
type Taken = Promise<TakenItem | undefined>;

export interface TakeTitle {
  /** A thing of the library as it is; one of the catalogue as a new thing with its facts. */
  readonly offered: (title: OfferedTitle) => Taken;
  /** What was typed, as it stands: the thing of that very title, else a new one. */
  readonly asTyped: (typed: TypedItem) => Taken;
  /** The same, where the list was not looked at: the one well-known thing of that title goes before a new one. */
  readonly asMeant: (typed: TypedItem) => Taken;
}

/** @param inLibrary false: what is new is known only through a friend */
export function useTakeTitle(inLibrary: boolean): TakeTitle {
  const { items, libraryThings } = useServices();
  const run = useAction();
  const search = useItemSearch();
  const completer = useTitleCompleter();
  const usualKind = useUsualKind();
  const addEntry = useCallback(
    async (entry: CatalogueEntry, title: string): Taken => {
      const known = libraryThings.find(entry);
      if (known !== undefined) return known;
      const draft = draftOfEntry({ title, kind: UNKNOWN_KIND, inLibrary }, entry);
      const created = await run(() => items.addItem(draft), { quiet: true });
      return created === undefined ? undefined : { id: created.id, title };
    },
    [items, libraryThings, run, inLibrary],
  );
  const offered = useCallback(
    async (title: OfferedTitle): Taken =>
      title.from === 'library' ? title.item : addEntry(title.suggestion.entry, suggestedTitle(title.suggestion)),
    [addEntry],
  );
  const asTyped = useCallback(
    async ({ title: typed, kind }: TypedItem): Taken => {
      const title = typed.trim();
      if (title === '') return undefined;
      const known = itemOfTitle(title, search(title));
      if (known !== undefined) return known;
      const draft = { title, kind: kind === '' ? usualKind : kind, inLibrary };
      const created = await run(() => items.addItem(draft), { quiet: true });
      return created === undefined ? undefined : { id: created.id, title };
    },
    [items, run, search, usualKind, inLibrary],
  );
  const asMeant = useCallback(
    async (typed: TypedItem): Taken => {
      const title = typed.title.trim();
      if (title === '' || itemOfTitle(title, search(title)) !== undefined) return await asTyped(typed);
      const entry = await completer.meant(title, typed.kind === '' ? null : typed.kind, usualKind);
      return await (entry === null ? asTyped(typed) : addEntry(entry, title));
    },
    [addEntry, asTyped, completer, search, usualKind],
  );
  return { offered, asTyped, asMeant };
}
