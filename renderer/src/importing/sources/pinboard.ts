import type { ImportedRow } from '../../domain/imported-row';
import { parseDate } from '../cells/cell-dates';
import { splitList } from '../cells/cell-values';
import { paragraphsAt, textAt, textsAt, valueAt } from '../cells/json-values';
import type { SourceFile } from '../containers/source-file';
import { RowCollector, type ImportSource } from '../source';
import { linkRow, timeOfNumber } from './link-row';

const PINBOARD = 'Pinboard';
const DELICIOUS = 'Delicious';

const isYes = (value: unknown, key: string): boolean => /^(?:yes|true|1)$/i.test(textAt(value, key));

/** @returns the row, or why there is none */
function readPin(file: SourceFile, line: number, value: unknown, collector: RowCollector): ImportedRow | string {
  // "description" is the title and "extended" the note.
  const note = paragraphsAt(value, 'extended');
  return linkRow(
    {
      file: file.path,
      line,
      address: textAt(value, 'href'),
      title: textAt(value, 'description'),
      kind: 'link',
      isPrivate: textAt(value, 'shared').toLowerCase() === 'no',
    },
    {
      tags: splitList(textAt(value, 'tags'), /\s+/),
      status: isYes(value, 'toread') ? 'wanted' : 'none',
      addedAt: parseDate(textAt(value, 'time')),
      note: note === '' ? null : note,
    },
    collector,
  );
}

function readDelicious(file: SourceFile, line: number, value: unknown, collector: RowCollector): ImportedRow | string {
  const note = paragraphsAt(value, 'description');
  const created = textAt(value, 'created');
  const tags = textsAt(value, 'tags');
  return linkRow(
    {
      file: file.path,
      line,
      address: textAt(value, 'url'),
      title: textAt(value, 'title'),
      kind: 'link',
      isPrivate: valueAt(value, 'private') === true || isYes(value, 'private'),
    },
    {
      tags: tags.length === 0 ? splitList(textAt(value, 'tags')) : tags,
      addedAt: timeOfNumber(created) ?? parseDate(created),
      note: note === '' ? null : note,
    },
    collector,
  );
}

export const pinboard: ImportSource = {
  id: 'pinboard',
  containers: ['json'],
  scale: null,
  sniff: ({ text }) => {
    const has = (key: string): boolean => text.includes(`"${key}"`);
    if (has('href') && has('extended') && (has('toread') || has('shared')))
      return { layout: PINBOARD, confidence: 'certain' };
    return has('url') && has('others') && has('owner') && has('private') && has('created')
      ? { layout: DELICIOUS, confidence: 'likely' }
      : null;
  },
  read: async (files) => {
    const collector = new RowCollector();
    for (const { file, layout } of files)
      for await (const items of file.jsonItems([]))
        for (const { place, value } of items) {
          const row = (layout === PINBOARD ? readPin : readDelicious)(file, place, value, collector);
          if (typeof row === 'string') collector.skip(file.path, place, row, textAt(value, 'description').slice(0, 80));
          else collector.add(row);
        }
    return collector.reading(`${[...new Set(files.map(({ layout }) => layout))].join(' and ')} backup`);
  },
};
