import type { Item } from '../domain/item';
import { blanksOf, pickFields, PORTABLE_FIELDS, PRIVATE_FIELDS } from '../domain/item-fields/field-names';
import { LIST_FILE_FORMAT, LIST_FILE_VERSION, type ListFile } from '../domain/list-file';
import type { PortableItem } from '../domain/portable-list';
import { textExporter } from './exported-file';

/** Everything there is to the list: the only format that an import reads back whole. */
export const exportJson = textExporter('json', 'application/json', ({ title, description }, lines, options) => {
  const entries = lines.map(({ item, annotation }) => ({
    item: toPortable(item, options.includePrivateNotes === true),
    annotation,
  }));
  const file: ListFile = {
    format: LIST_FILE_FORMAT,
    version: LIST_FILE_VERSION,
    list: { title, description, entries },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
});

function toPortable(item: Item, includePrivateNotes: boolean): PortableItem {
  return { ...pickFields(item, PORTABLE_FIELDS), ...(includePrivateNotes ? {} : blanksOf(PRIVATE_FIELDS)) };
}
