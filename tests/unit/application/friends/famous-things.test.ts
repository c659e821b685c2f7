import { describe, expect, it } from 'vitest';
import {
  famousThings,
  type FamousThingsPorts,
  kindsToAsk,
  NO_FAMOUS_THINGS,
} from '../../../../renderer/src/application/friends/famous-things';
import { LibraryThings } from '../../../../renderer/src/application/library/library-things';
import type { CatalogueEntry } from '../../../../renderer/src/domain/catalogue';
import { itemId, personId } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../../../renderer/src/domain/item';
import { catalogueEntry } from '../../../fixtures/catalogue-entry';

const films = Array.from({ length: 10 }, (_, place) =>
  catalogueEntry({
    title: `Film ${String.fromCodePoint(65 + place)}`,
    year: 1990,
    creators: ['Ann Vole'],
    tags: ['drama'],
  }),
);
const OWN = completeItem({ kind: 'movie', title: 'Film C', year: 1990 }, itemId('own'), 0);

function ports(facts: Partial<FamousThingsPorts> = {}, items: readonly Item[] = [OWN]): FamousThingsPorts {
  const snapshot = () => ({ items, byId: new Map(items.map((item) => [item.id, item])) });
  let made = 0;
  return {
    catalogue: {
      famous: async ({ kind }): Promise<readonly CatalogueEntry[]> =>
        await Promise.resolve(kind === 'movie' ? films : []),
    },
    recommender: { fame: async ({ items: asked }) => await Promise.resolve(asked.map(() => null)) },
    taste: { eventsOf: async () => await Promise.resolve([]) },
    library: { snapshot },
    libraryThings: new LibraryThings({ snapshot }),
    newId: () => `new ${String((made += 1))}`,
    clock: () => 5,
    ...facts,
  };
}
const ASKED_FOR = personId('noor');

describe('famous things for a sitting', () => {
  it('are new things with what the catalogue knows, outside the library, but for what it has already', async () => {
    const { famous, newThings, shown, outside } = await famousThings(ASKED_FOR, ports());
    expect(famous.slice(0, 4)).toEqual(['new 1', 'new 2', 'own', 'new 3']);
    expect(newThings.map(({ id }) => id)).toEqual(famous.filter((id) => id !== 'own'));
    expect(newThings[0]?.draft).toMatchObject({ title: 'Film A', kind: 'movie', year: 1990, inLibrary: false });
    expect(shown.get(itemId('new 1'))).toMatchObject({ title: 'Film A', inLibrary: false, addedAt: 5 });
    expect(outside[0]).toMatchObject({ id: 'new 1', title: 'Film A', backgroundFacts: { titles: ['Film A'] } });
    expect(outside).toHaveLength(9);
  });

  it('go by what the model’s table knows best, and leave out what it does not know', async () => {
    const fame = async ({ items }: { readonly items: readonly unknown[] }) =>
      await Promise.resolve(items.map((_item, place) => (place === 0 ? null : place / 10)));
    const { famous, shown } = await famousThings(ASKED_FOR, ports({ recommender: { fame } }, []));
    expect(famous.map((id) => shown.get(id)?.title)).toEqual(
      films
        .slice(1)
        .toReversed()
        .map(({ title }) => title),
    );
  });

  it('are none where the catalogue knows nothing, or fails', async () => {
    const none = { famous: async () => await Promise.resolve([]) };
    const failing = { famous: async () => await Promise.reject(new Error('gone')) };
    expect(await famousThings(ASKED_FOR, ports({ catalogue: none }))).toEqual(NO_FAMOUS_THINGS);
    expect(await famousThings(ASKED_FOR, ports({ catalogue: failing }))).toEqual(NO_FAMOUS_THINGS);
  });
});

describe('kinds that are asked about', () => {
  it.each([
    [['game', 'book', 'book', 'wine'], [], ['book', 'game']],
    [[], [], ['movie', 'series', 'book']],
    [['wine', 'recipe'], [], ['movie', 'series', 'book']],
    [['game'], ['anime'], ['movie', 'series', 'book', 'anime']],
    [['game', 'anime'], ['anime'], ['game', 'anime']],
  ])('of a library of %j and a friend known by %j are %j', (library, known, kinds) => {
    expect(kindsToAsk(library, known)).toEqual(kinds);
  });
});
