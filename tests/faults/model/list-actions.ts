import { entryId, itemId, listId, type ItemId } from '../../../renderer/src/domain/ids';
import { onLive, thingNamed, type Action } from './action';
import { isLive, withEntry, type Library } from './library';

export function createList(name: string, chosen: readonly (string | null)[]): Action {
  const title = `${name} first`;
  const things = [...new Set(chosen.filter((thing) => thing !== null))];
  return onLive(
    `create ${name} of ${things.join(', ')}`,
    [],
    (library) => {
      const live = things.filter((thing) => isLive(library, thingNamed(thing)));
      return { ...library, lists: withEntry(library.lists, name, { title, things: live, isDeleted: false }) };
    },
    ({ lists }, ids) => lists.createList({ title, itemIds: things.map((thing): ItemId => itemId(ids.id(thing))) }),
  );
}

function changedList(
  library: Library,
  name: string,
  change: (things: readonly string[]) => readonly string[],
): Library {
  const list = library.lists.get(name);
  return list === undefined
    ? library
    : { ...library, lists: withEntry(library.lists, name, { ...list, things: change(list.things) }) };
}

export function addToList(name: string, thing: string): Action {
  return onLive(
    `put ${thing} into ${name}`,
    [{ type: 'lists', name }],
    (library) =>
      library.lists.get(name)?.things.includes(thing) === true || !isLive(library, thingNamed(thing))
        ? null
        : changedList(library, name, (things) => [...things, thing]),
    ({ lists }, ids) => lists.addItems(listId(ids.id(name)), [itemId(ids.id(thing))]),
  );
}

export function takeFromList(name: string, thing: string): Action {
  const needed = onLive(
    `take ${thing} out of ${name}`,
    [{ type: 'lists', name }, thingNamed(thing)],
    (library) => changedList(library, name, (things) => things.filter((other) => other !== thing)),
    async ({ lists }, ids) => {
      const id = listId(ids.id(name));
      const entry = (await lists.byId(id))?.entries.find(({ itemId: each }) => each === ids.id(thing));
      return await lists.removeEntry(id, entry?.id ?? entryId('none'));
    },
  );
  return {
    ...needed,
    expect: (state) => (state.library.lists.get(name)?.things.includes(thing) === true ? needed.expect(state) : null),
  };
}
