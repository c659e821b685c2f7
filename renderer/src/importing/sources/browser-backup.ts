import { splitList } from '../cells/cell-values';
import { JsonReader } from '../cells/json-reader';
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
  readonly json: JsonReader;
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
  const top = new JsonReader(value);
  const tags = tagsByAddress(top);
  const roots = top.values('roots');
  const waiting: Node[] = (roots.length === 0 ? [top] : roots.toReversed()).map((json) => ({ json, folders: [] }));
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { json, folders } = node;
    if (json.text('root') === 'tagsFolder') continue;
    const address = json.text('uri') || json.text('url');
    if (address !== '') yield bookmarkOf(json, address, folders, tags.get(address) ?? []);
    else if (folders.length < MAX_DEPTH) {
      const isOwn = json.text('root') !== '' || CHROME_OWN.has(json.text('id'));
      const inside = isOwn ? folders : [...folders, nameOf(json)];
      for (const child of json.items('children').toReversed()) waiting.push({ json: child, folders: inside });
    }
  }
}

const nameOf = (json: JsonReader): string => json.text('title') || json.text('name');

function bookmarkOf(
  json: JsonReader,
  address: string,
  folders: readonly string[],
  collected: readonly string[],
): BackedUpBookmark {
  const description = json
    .values('annos')
    .find((annotation) => annotation.text('name') === 'bookmarkProperties/description');
  return {
    address,
    title: nameOf(json),
    folders,
    tags: [...new Set([...splitList(json.text('tags')), ...collected])],
    addedAt: timeOfNumber(json.number('dateAdded') ?? json.number('date_added') ?? undefined),
    note: description?.note('value') ?? null,
  };
}

/** Below the folder of tags each folder is a tag, with copies of the links that have it. */
function tagsByAddress(top: JsonReader): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const own of top.values('children').filter((one) => one.text('root') === 'tagsFolder'))
    for (const folder of own.values('children'))
      for (const link of folder.values('children')) {
        const address = link.text('uri');
        if (address !== '') found.set(address, [...(found.get(address) ?? []), nameOf(folder)]);
      }
  return found;
}
