import { saysTrue, splitList } from '../cells/cell-values';
import type { SourceFile } from '../containers/source-file';
import { RowCollector, type ImportSource, type ReadContext } from '../source';
import { readBookmarkExchange } from './bookmark-exchange';
import { factsOfFolders } from './bookmark-folders';
import { readBookmarkPage, type PageBookmark } from './bookmark-page';
import { readBrowserBackup, type BackedUpBookmark } from './browser-backup';
import { linkRow, timeOfNumber } from './link-row';

const PAGE = 'bookmark page';
const FIREFOX = 'Firefox backup';
const CHROME = 'bookmarks of a Chrome profile';
const EXCHANGE = 'XBEL';

const saysYes = (attribute: string | undefined): boolean => saysTrue(attribute ?? '');

function takeBookmark(file: SourceFile, bookmark: PageBookmark, collector: RowCollector): void {
  const { line, address, title, attributes, folders, note } = bookmark;
  const place = factsOfFolders(folders);
  const row = linkRow(
    { file: file.path, line, address, title, kind: 'link', isPrivate: saysYes(attributes.get('private')) },
    {
      // "toread" and "data-important" are Pinboard's and Raindrop's.
      status: saysYes(attributes.get('toread')) ? 'wanted' : place.status,
      liked: saysYes(attributes.get('data-important')),
      tags: [...place.tags, ...splitList(attributes.get('tags') ?? '')],
      shelves: place.shelves,
      addedAt: timeOfNumber(attributes.get('add_date') ?? attributes.get('time_added')),
      note,
    },
    collector,
  );
  if (typeof row === 'string') collector.skip(file.path, line, row, title === '' ? address.slice(0, 80) : title);
  else collector.add(row);
}

async function readPage(file: SourceFile, collector: RowCollector): Promise<void> {
  for await (const bookmarks of readBookmarkPage(file.tokens()))
    for (const bookmark of bookmarks) takeBookmark(file, bookmark, collector);
}

function takeBackedUp(
  file: SourceFile,
  { address, title, folders, tags, addedAt, note }: BackedUpBookmark,
  line: number,
  collector: RowCollector,
): void {
  const place = factsOfFolders(folders);
  const row = linkRow(
    { file: file.path, line, address, title, kind: 'link' },
    { ...place, tags: [...place.tags, ...tags], addedAt, note },
    collector,
  );
  if (typeof row === 'string') collector.skip(file.path, line, row, title === '' ? address.slice(0, 80) : title);
  else collector.add(row);
}

async function readBackup(file: SourceFile, collector: RowCollector, { pacer }: ReadContext): Promise<void> {
  await pacer.each(readBrowserBackup(await file.json()), (bookmark, index) => {
    takeBackedUp(file, bookmark, index + 1, collector);
  });
}

async function readExchange(file: SourceFile, collector: RowCollector): Promise<void> {
  for await (const found of readBookmarkExchange(file.tokens()))
    for (const bookmark of found) takeBackedUp(file, bookmark, bookmark.line, collector);
}

/** What browsers and services that keep links write for each other, and Firefox's and Chrome's own files. */
export const bookmarks: ImportSource = {
  id: 'bookmarks',
  containers: ['html', 'json', 'xml'],
  scale: null,
  sniff: ({ container, text }) => {
    if (container === 'xml') return /<xbel[\s>]/i.test(text) ? { layout: EXCHANGE, confidence: 'certain' } : null;
    if (container === 'html') {
      if (/<!doctype\s+netscape-bookmark-file-1/i.test(text)) return { layout: PAGE, confidence: 'certain' };
      // A page that somebody has put around the list.
      return /<dt>\s*<a\s[^>]*\bhref=[^>]*\badd_date=/i.test(text) ? { layout: PAGE, confidence: 'likely' } : null;
    }
    if (/"type"\s*:\s*"text\/x-moz-place-container"/.test(text)) return { layout: FIREFOX, confidence: 'certain' };
    return /"roots"\s*:\s*\{\s*"bookmark_bar"/.test(text) ? { layout: CHROME, confidence: 'certain' } : null;
  },
  read: async (files, context) => {
    const collector = new RowCollector();
    for (const { file, layout } of files)
      if (layout === PAGE) await readPage(file, collector);
      else if (layout === EXCHANGE) await readExchange(file, collector);
      else await readBackup(file, collector, context);
    return collector.reading(`Bookmarks (${[...new Set(files.map(({ layout }) => layout))].join(', ')})`);
  },
};
