import { AppError } from '../../domain/errors';
import { LIST_FILE_FORMAT, LIST_FILE_VERSION, listFileHeadSchema, listFileSchema } from '../../domain/list-file';
import type { PortableList } from '../../domain/portable-list';
import { cleanCell } from '../cells/cell-values';
import { MAX_TITLE_LENGTH, soundParagraphs, soundText } from '../plan/sound-row';
import { blankRow, type TextSource } from '../source';

const FORMAT = new RegExp(`"format"\\s*:\\s*"${LIST_FILE_FORMAT}"`);

/** A list that this program exported. Rows are its entries, with the number of the entry as their line. */
export const handpickedList: TextSource = {
  id: LIST_FILE_FORMAT,
  recognises: (text) => text.trimStart().startsWith('{') && FORMAT.test(text),
  read: (file, text) => {
    const { title: given, description, entries } = parseListFile(text);
    const title = cleanCell(soundText(given));
    if (title === '' || title.length > MAX_TITLE_LENGTH)
      throw new AppError('format-invalid', 'This list file is damaged: its title is no title. Export it again.');
    return {
      label: `A Handpicked list: ${title}`,
      rows: entries.map(({ item }, index) => ({ ...blankRow(file, index + 1, item.kind, item.title), ...item })),
      skipped: [],
      ignoredFiles: [],
      warnings: [],
      list: {
        title,
        description: soundParagraphs(description),
        entries: entries.map(({ annotation }, index) => ({ line: index + 1, annotation: soundParagraphs(annotation) })),
      },
    };
  },
};

/** Throws AppError: `format-unknown` where the file is of a later version, `format-invalid` with the damaged place. */
function parseListFile(text: string): PortableList {
  const value = parseJson(text);
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('format-invalid', 'This list file is damaged: a part of it is missing. Export it again.', {
      cause: error,
    });
  }
}
