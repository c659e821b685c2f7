import type { ItemId, ListId, PersonId } from '../domain/ids';

/** Addresses of the pages, as `href` of a plain link (the router listens to the hash). */
export const paths = {
  home: '#/',
  next: '#/next',
  library: '#/library',
  friends: '#/friends',
  together: '#/together',
  shared: '#/shared',
  lists: '#/lists',
  import: '#/import',
  gaps: '#/gaps',
  twins: '#/twins',
  paste: '#/paste',
  trust: '#/trust',
  settings: '#/settings',
  trash: '#/trash',
  help: '#/help',
  merge: (one: ItemId, other: ItemId) => `#/twins/${encodeURIComponent(one)}/${encodeURIComponent(other)}`,
  item: (id: ItemId) => `#/item/${encodeURIComponent(id)}`,
  friend: (id: PersonId) => `#/friends/${encodeURIComponent(id)}`,
  choices: (id: PersonId) => `#/friends/${encodeURIComponent(id)}/which`,
  pasteLoves: (id: PersonId) => `#/paste/friend/${encodeURIComponent(id)}`,
  pasteInto: (id: ListId) => `#/paste/list/${encodeURIComponent(id)}`,
  list: (id: ListId) => `#/lists/${encodeURIComponent(id)}`,
} as const;

/** Goes to one of `paths` from code. */
export function goTo(path: string): void {
  window.location.hash = path.replace(/^#/, '');
}
