import type { ItemId } from '../domain/ids';
import type { Item } from '../domain/item';
import type { RecommendationList } from '../domain/recommendation-list';

export interface ExportedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface ListExportOptions {
  /** Private notes leave the machine only where this is true. */
  readonly includePrivateNotes?: boolean;
  /** For dates, e.g. "de-AT"; the runtime's own where left out. */
  readonly locale?: string;
  /** Who recommends: stands in the web page and its data; may be empty. */
  readonly authorName?: string;
}

/** A pure function of its arguments. Entries whose item is not among `items` are left out. */
export type ListExporter = (
  list: RecommendationList,
  items: ReadonlyMap<ItemId, Item>,
  options?: ListExportOptions,
) => ExportedFile;

/** Writes the text of one format; the file around it is the same for all. */
export function textExporter(
  extension: string,
  mediaType: string,
  write: (list: RecommendationList, lines: readonly ListLine[], options: ListExportOptions) => string,
): ListExporter {
  return (list, items, options = {}) => ({
    fileName: `${fileStem(list.title)}.${extension}`,
    mediaType,
    bytes: new TextEncoder().encode(write(list, linesOf(list, items), options)),
  });
}

/** One entry with its thing, numbered from 1. */
export interface ListLine {
  readonly position: number;
  readonly item: Item;
  readonly annotation: string;
}

function linesOf(list: RecommendationList, items: ReadonlyMap<ItemId, Item>): readonly ListLine[] {
  return list.entries
    .flatMap((entry) => {
      const item = items.get(entry.itemId);
      return item === undefined ? [] : [{ item, annotation: entry.annotation }];
    })
    .map((line, index) => ({ ...line, position: index + 1 }));
}

const STEM_LENGTH = 60;
/** Names Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Letters and digits of any script, joined by "-": safe in every file system. */
function fileStem(title: string): string {
  const stem = Array.from(title.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'))
    .slice(0, STEM_LENGTH)
    .join('')
    .replace(/^-+|-+$/g, '');
  return stem === '' || RESERVED.test(stem) ? `list${stem === '' ? '' : `-${stem}`}` : stem;
}
