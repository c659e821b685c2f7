import { AppError } from '../../domain/errors';
import { LIST_FILE_FORMAT, LIST_FILE_VERSION, listFileHeadSchema, listFileSchema } from '../../domain/list-file';
import type { ImportedList } from '../../domain/imported-row';
import type { PortableList } from '../../domain/portable-list';
import { cleanCell } from '../cells/cell-values';
import { MAX_TITLE_LENGTH, soundParagraphs, soundText } from '../plan/sound-row';
import { blankRow, RowCollector, type ImportSource } from '../source';

const FORMAT = new RegExp(`"format"\\s*:\\s*"${LIST_FILE_FORMAT}"`);

/** A list that this program exported. Rows are its entries, with the number of the entry as their line. */
export const handpickedList: ImportSource = {
  id: LIST_FILE_FORMAT,
  containers: ['json'],
  scale: null,
  eachFile: true,
  sniff: ({ text }) => (FORMAT.test(text) ? { layout: 'list', confidence: 'certain' } : null),
  read: async (files) => {
    const collector = new RowCollector();
    let list: ImportedList | undefined;
    for (const { file } of files) {
      const { title: given, description, entries } = parseListFile(await file.json());
      const title = cleanCell(soundText(given));
      if (title === '' || title.length > MAX_TITLE_LENGTH)
        throw new AppError('format-invalid', 'This list file is damaged: its title is no title. Export it again.');
      collector.add(
        entries.map(({ item }, index) => ({ ...blankRow(file.path, index + 1, item.kind, item.title), ...item })),
      );
      list = {
        title,
        description: soundParagraphs(description),
        entries: entries.map(({ annotation }, index) => ({ line: index + 1, annotation: soundParagraphs(annotation) })),
      };
    }
    return collector.reading(`A Handpicked list: ${list?.title ?? ''}`, list === undefined ? {} : { list });
  },
};

/** Throws AppError: `format-unknown` where the file is of a later version, `format-invalid` with the damaged place. */
function parseListFile(value: unknown): PortableList {
  const head = listFileHeadSchema.safeParse(value);
  if (!head.success) throw new AppError('format-unknown', 'This is not a list exported by Handpicked.');
  if (head.data.version > LIST_FILE_VERSION)
    throw new AppError('format-unknown', 'This list was exported by a newer version of Handpicked. Update to read it.');
  const file = listFileSchema.safeParse(value);
  if (file.success) return file.data.list;
  const [issue] = file.error.issues;
  throw new AppError(
    'format-invalid',
    `This list file is damaged at ${issue?.path.join('.') ?? 'an unknown place'}: ${issue?.message ?? 'unreadable'}.`,
    { cause: file.error },
  );
}
