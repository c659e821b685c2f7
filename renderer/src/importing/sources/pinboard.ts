import type { ImportedRow } from '../../domain/imported-row';
import { splitList } from '../cells/cell-values';
import type { JsonReader } from '../cells/json-reader';
import type { SourceFile } from '../containers/source-file';
import { readJson } from '../read-json';
import { RowCollector, type ImportSource } from '../source';
import { linkRow, timeOfNumber } from './link-row';

const PINBOARD = 'Pinboard';
const DELICIOUS = 'Delicious';

/** @returns the row, or why there is none */
function readPin(file: SourceFile, line: number, json: JsonReader, collector: RowCollector): ImportedRow | string {
  // "description" is the title and "extended" the note.
  return linkRow(
    {
      file: file.path,
      line,
      address: json.text('href'),
      title: json.text('description'),
      kind: 'link',
      isPrivate: json.text('shared').toLowerCase() === 'no',
    },
    {
      tags: splitList(json.text('tags'), /\s+/),
      status: json.flag('toread') ? 'wanted' : 'none',
      addedAt: json.date('time'),
      note: json.note('extended'),
    },
    collector,
  );
}

function readDelicious(
  file: SourceFile,
  line: number,
  json: JsonReader,
  collector: RowCollector,
): ImportedRow | string {
  const tags = json.texts('tags');
  return linkRow(
    {
      file: file.path,
      line,
      address: json.text('url'),
      title: json.text('title'),
      kind: 'link',
      isPrivate: json.flag('private'),
    },
    {
      tags: tags.length === 0 ? splitList(json.text('tags')) : tags,
      addedAt: timeOfNumber(json.text('created')) ?? json.date('created'),
      note: json.note('description'),
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
      await readJson(file, [], collector, (json, place) =>
        (layout === PINBOARD ? readPin : readDelicious)(file, place, json, collector),
      );
    return collector.reading(`${[...new Set(files.map(({ layout }) => layout))].join(' and ')} backup`);
  },
};
