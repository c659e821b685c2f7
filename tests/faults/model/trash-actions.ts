import { entryId, itemId, listId, personId, shareId } from '../../../renderer/src/domain/ids';
import { onLive, type Action } from './action';
import { isLive, marked, type Library, type Named } from './library';
import { acted } from './state';

export function deletion(named: Named): Action {
  const { type, name } = named;
  return onLive(
    `delete ${name}`,
    [named],
    (library) => marked(library, named, true),
    ({ items, people, shares, lists }, ids) => {
      const id = ids.id(name);
      if (type === 'things') return items.moveToTrash([itemId(id)]);
      if (type === 'friends') return people.moveToTrash(personId(id));
      return type === 'shares' ? shares.moveToTrash(shareId(id)) : lists.moveToTrash(listId(id));
    },
  );
}

/** A share comes back alone only where both its sides are there. */
export function isRestorable(library: Library, { type, name }: Named): boolean {
  const share = type === 'shares' ? library.shares.get(name) : undefined;
  if (share === undefined) return true;
  return (
    isLive(library, { type: 'things', name: share.thing }) && isLive(library, { type: 'friends', name: share.friend })
  );
}

export function restoration(named: Named): Action {
  return {
    text: `restore ${named.name}`,
    expect: (state) =>
      state.library[named.type].get(named.name)?.isDeleted === true && isRestorable(state.library, named)
        ? acted(state, marked(state.library, named, false))
        : null,
    perform: ({ trash }, ids) => trash.restore(entryId(ids.trashed(named.name))),
  };
}
