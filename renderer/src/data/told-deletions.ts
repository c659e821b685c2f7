import { RangeSet, type DBCore, type Middleware } from 'dexie';

/** Above so many, Dexie tells live queries of written rows that anything may have changed. It tells of each deleted. */
const TOLD_ONE_BY_ONE = 50;

/** Nearer to the database than Dexie's own hooks, further than what tells live queries. */
const BELOW_HOOKS = 1;

/**
 * Live queries, in all windows, are told of many deletions as of many writes: once, and not by a tree of every key,
 * which takes long to build and to copy where an import of 100,000 things is taken back.
 */
export const toldDeletions: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'told-deletions',
  level: BELOW_HOOKS,
  create: (core) => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      const place = `idb://${core.schema.name}/${name}/`;
      const everything = (): RangeSet => new RangeSet(core.MIN_KEY, core.MAX_KEY);
      return {
        ...table,
        mutate: (request) =>
          table.mutate(
            request.type === 'delete' && request.keys.length > TOLD_ONE_BY_ONE
              ? { ...request, mutatedParts: { [place]: everything(), [`${place}:dels`]: everything() } }
              : request,
          ),
      };
    },
  }),
};
