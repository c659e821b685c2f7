import { splitList } from '../cells/cell-values';
import { listAt, numberAt, paragraphsAt, textAt, valueAt } from '../cells/json-values';
import { timeOfNumber } from './link-row';

/** A link in a file that a browser keeps its bookmarks in. */
export interface BackedUpBookmark {
  readonly address: string;
  readonly title: string;
  /** Outermost first, without the browser's own. */
  readonly folders: readonly string[];
  readonly tags: readonly string[];
  /** Epoch milliseconds. */
  readonly addedAt: number | null;
  readonly note: string | null;
}

interface Node {
  readonly value: unknown;
  readonly folders: readonly string[];
}

/** Folders nest a few levels; one that nests deeper was made to hurt. */
const MAX_DEPTH = 200;
/** Chrome's own folders have fixed numbers. */
const CHROME_OWN = new Set(['1', '2', '3']);

/**
 * Links of a Firefox backup (JSON; `uri`, `dateAdded` in microseconds) or of Chrome's file "Bookmarks" (`url`,
 * `date_added` in microseconds since 1601), in their order. Firefox until 2018 repeats them below its folder of tags.
 */
export function* readBrowserBackup(value: unknown): Generator<BackedUpBookmark> {
  const tags = tagsByAddress(value);
  const roots = listAt(value, 'roots');
  const waiting: Node[] = (roots.length === 0 ? [value] : roots.toReversed()).map((one) => ({
    value: one,
    folders: [],
  }));
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { value: one, folders } = node;
    if (textAt(one, 'root') === 'tagsFolder') continue;
    const address = textAt(one, 'uri') || textAt(one, 'url');
    const children = valueAt(one, 'children');
    if (address !== '') yield bookmarkOf(one, address, folders, tags.get(address) ?? []);
    else if (Array.isArray(children) && folders.length < MAX_DEPTH) {
      const isOwn = textAt(one, 'root') !== '' || CHROME_OWN.has(textAt(one, 'id'));
      const inside = isOwn ? folders : [...folders, nameOf(one)];
      for (const child of children.toReversed()) waiting.push({ value: child, folders: inside });
    }
  }
}

const nameOf = (one: unknown): string => textAt(one, 'title') || textAt(one, 'name');

function bookmarkOf(
  one: unknown,
  address: string,
  folders: readonly string[],
  collected: readonly string[],
): BackedUpBookmark {
  const description = listAt(one, 'annos').find(
    (annotation) => textAt(annotation, 'name') === 'bookmarkProperties/description',
  );
  const note = paragraphsAt(description, 'value');
  return {
    address,
    title: nameOf(one),
    folders,
    tags: [...new Set([...splitList(textAt(one, 'tags')), ...collected])],
    addedAt: timeOfNumber(numberAt(one, 'dateAdded') ?? numberAt(one, 'date_added') ?? undefined),
    note: note === '' ? null : note,
  };
}

/** Below the folder of tags each folder is a tag, with copies of the links that have it. */
function tagsByAddress(top: unknown): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const own of listAt(top, 'children').filter((one) => textAt(one, 'root') === 'tagsFolder'))
    for (const folder of listAt(own, 'children'))
      for (const link of listAt(folder, 'children')) {
        const address = textAt(link, 'uri');
        if (address !== '') found.set(address, [...(found.get(address) ?? []), nameOf(folder)]);
      }
  return found;
}
