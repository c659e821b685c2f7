import { cleanCell } from '../cells/cell-values';
import { parseDate } from '../cells/cell-dates';
import type { MarkupToken } from '../containers/markup-tokens';
import type { BackedUpBookmark } from './browser-backup';

/** One with the line it starts at. */
export interface ExchangedBookmark extends BackedUpBookmark {
  readonly line: number;
}

interface Open {
  readonly line: number;
  readonly address: string;
  readonly addedAt: number | null;
  title: string;
  note: string;
}

/**
 * Links of XBEL, the XML in which Konqueror, Falkon, Galeon and Floccus keep bookmarks: `<bookmark href added>` with a
 * `<title>` and a `<desc>`, in `<folder>`s with titles of their own. An `<alias>` is no link.
 */
export async function* readBookmarkExchange(
  tokens: AsyncIterable<readonly MarkupToken[]>,
): AsyncGenerator<readonly ExchangedBookmark[]> {
  const folders: string[] = [];
  let link: Open | null = null;
  let into: 'title' | 'desc' | null = null;
  for await (const batch of tokens) {
    const found: ExchangedBookmark[] = [];
    for (const token of batch)
      if (token.type === 'text') {
        if (into === 'desc') {
          if (link !== null) link.note += token.text;
        } else if (into === 'title') {
          if (link !== null) link.title += token.text;
          else if (folders.length > 0) folders[folders.length - 1] = `${folders.at(-1) ?? ''}${token.text}`;
        }
      } else if (token.type === 'open') {
        if (token.name === 'folder') folders.push('');
        else if (token.name === 'bookmark')
          link = {
            line: token.line,
            address: token.attributes.get('href') ?? '',
            addedAt: parseDate(token.attributes.get('added') ?? ''),
            title: '',
            note: '',
          };
        else if (token.name === 'title' || token.name === 'desc') into = token.name;
      } else {
        if (token.name === 'folder') folders.pop();
        if (token.name === 'bookmark' && link !== null) {
          const note = link.note.trim();
          found.push({
            ...link,
            title: cleanCell(link.title),
            folders: folders.map(cleanCell),
            tags: [],
            note: note === '' ? null : note,
          });
          link = null;
        }
        if (token.name === 'title' || token.name === 'desc') into = null;
      }
    yield found;
  }
}
