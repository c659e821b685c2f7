/** How an entry of a slate moved: not there before, or up or down by so many places. */
export type Movement = { readonly type: 'new' } | { readonly type: 'up' | 'down'; readonly places: number };

/**
 * What changed between two orders of the same slate, by key. Places are counted among those still shown: when the
 * first of five is dismissed, the other four moved up without having become better, and are not marked.
 */
export function movements<Key>(before: readonly Key[], after: readonly Key[]): ReadonlyMap<Key, Movement> {
  const kept = before.filter((key) => after.includes(key));
  const stayed = after.filter((key) => kept.includes(key));
  const moved = new Map<Key, Movement>();
  for (const key of after) {
    const from = kept.indexOf(key);
    const to = stayed.indexOf(key);
    if (from < 0) moved.set(key, { type: 'new' });
    else if (to < from) moved.set(key, { type: 'up', places: from - to });
    else if (to > from) moved.set(key, { type: 'down', places: to - from });
  }
  return moved;
}
