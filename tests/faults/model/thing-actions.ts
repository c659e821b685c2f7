import { itemId, OWNER_ID } from '../../../renderer/src/domain/ids';
import { blankRow } from '../../../renderer/src/importing/source';
import { onLive, thingNamed, type Action } from './action';
import { OWNER, said, withEntry, type Library, type Thing } from './library';

export function addThing(name: string, rating: number | null): Action {
  const title = `${name} first`;
  const thing: Thing = { title, status: 'none', rating, tags: [], isDeleted: false };
  return onLive(
    `add ${name}${rating === null ? '' : `, rated ${String(rating)}`}`,
    [],
    (library) => {
      const added = { ...library, things: withEntry(library.things, name, thing) };
      return rating === null ? added : said(added, OWNER, name, 'liking', { type: 'rated', rating });
    },
    ({ items }) => items.addItem({ kind: 'book', title, ownRating: rating }),
  );
}

function changedThing(library: Library, name: string, patch: Partial<Thing>): Library {
  const thing = library.things.get(name);
  return thing === undefined
    ? library
    : { ...library, things: withEntry(library.things, name, { ...thing, ...patch }) };
}

export function rate(name: string, rating: number | null): Action {
  return onLive(
    `rate ${name} ${String(rating)}`,
    [thingNamed(name)],
    (library) =>
      said(
        changedThing(library, name, { rating }),
        OWNER,
        name,
        'liking',
        rating === null ? null : { type: 'rated', rating },
      ),
    ({ items }, ids) => items.rateItems([itemId(ids.id(name))], rating),
  );
}

export function setStatus(name: string, status: Thing['status']): Action {
  return onLive(
    `set ${name} ${status}`,
    [thingNamed(name)],
    (library) => {
      if (library.things.get(name)?.status === status) return null;
      const type = status === 'finished' || status === 'abandoned' || status === 'wanted' ? status : null;
      return said(
        changedThing(library, name, { status }),
        OWNER,
        name,
        'progress',
        type === null ? null : { type, rating: null },
      );
    },
    ({ items }, ids) => items.setStatus([itemId(ids.id(name))], status),
  );
}

export function tag(name: string, added: string): Action {
  return onLive(
    `tag ${name} ${added}`,
    [thingNamed(name)],
    (library) => changedThing(library, name, { tags: [...(library.things.get(name)?.tags ?? []), added] }),
    ({ items }, ids) => items.addTags([itemId(ids.id(name))], [added]),
  );
}

export function editThing(name: string, title: string): Action {
  return onLive(
    `call ${name} “${title}”`,
    [thingNamed(name)],
    (library) => changedThing(library, name, { title }),
    ({ items }, ids) => items.editItem(itemId(ids.id(name)), { title }),
  );
}

export function importing(names: readonly string[], list: string): Action {
  const additions = names.map((name, index) => {
    const title = `${name} imported`;
    const rating = index === 0 ? null : 0.7;
    return {
      row: blankRow('made-up.csv', index + 2, 'film', title),
      draft: { kind: 'film', title, ownRating: rating },
      event: rating === null ? null : { personId: OWNER_ID, type: 'rated' as const, rating },
    };
  });
  const title = `${list} imported`;
  return onLive(
    `import ${names.join(', ')} with ${list}`,
    [],
    (library) => {
      const added = additions.reduce((sum, { draft }, index) => {
        const name = names[index] ?? '';
        const thing: Thing = {
          title: draft.title,
          status: 'none',
          rating: draft.ownRating,
          tags: [],
          isDeleted: false,
        };
        const next = { ...sum, things: withEntry(sum.things, name, thing) };
        return draft.ownRating === null
          ? next
          : said(next, OWNER, name, 'liking', { type: 'rated', rating: draft.ownRating });
      }, library);
      return { ...added, lists: withEntry(added.lists, list, { title, things: names, isDeleted: false }) };
    },
    ({ imports }) =>
      imports.applyImport({
        source: 'handmade',
        sourceLabel: 'Made up',
        additions,
        changes: [],
        unchangedCount: 0,
        different: [],
        doubtful: [],
        trashed: [],
        list: { title, description: '', entries: additions.map((thing) => ({ thing, annotation: '' })) },
      }),
  );
}
