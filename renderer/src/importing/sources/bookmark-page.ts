import { cleanCell } from '../cells/cell-values';
import type { MarkupToken } from '../containers/markup-tokens';

/** A link of a bookmark page (Netscape-Bookmark-file-1). */
export interface PageBookmark {
  /** 1-based line its tag starts at. */
  readonly line: number;
  /** '' where it has none. */
  readonly address: string;
  readonly title: string;
  /** Names are lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Outermost first, without the folders that the browser marks as its own. */
  readonly folders: readonly string[];
  readonly note: string | null;
}

/** Marks of folders that a browser has by itself, under a name in its own language. */
const OWN_FOLDER = ['personal_toolbar_folder', 'unfiled_bookmarks_folder', 'mobile_bookmarks_folder'] as const;

type Open = Omit<PageBookmark, 'title' | 'note'>;

/**
 * Links of a bookmark page, whatever its tags leave open. `<H3>` names the `<DL>` that follows; `<DD>` says something
 * of the link before it.
 */
export async function* readBookmarkPage(
  tokens: AsyncIterable<readonly MarkupToken[]>,
): AsyncGenerator<readonly PageBookmark[]> {
  const folders: (string | null)[] = [];
  let nextFolder: string | null = null;
  let isOwn = false;
  let link: Open | null = null;
  let [title, note] = ['', ''];
  let into: 'folder' | 'title' | 'note' | null = null;
  let found: PageBookmark[] = [];
  const finish = (): void => {
    if (link !== null) found.push({ ...link, title: cleanCell(title), note: noteOf(note) });
    link = null;
    [title, note, into] = ['', '', null];
  };
  for await (const batch of tokens) {
    for (const token of batch) {
      if (token.type === 'text') {
        if (into === 'folder') nextFolder = `${nextFolder ?? ''}${token.text}`;
        else if (into === 'title') title += token.text;
        else if (into === 'note') note += token.text;
      } else if (token.type === 'open') {
        switch (token.name) {
          case 'h3':
            finish();
            [nextFolder, into] = ['', 'folder'];
            isOwn = OWN_FOLDER.some((mark) => token.attributes.get(mark)?.toLowerCase() === 'true');
            break;
          case 'dl':
            finish();
            folders.push(isOwn ? null : nextFolder);
            [nextFolder, isOwn] = [null, false];
            break;
          case 'a':
            if (into === 'note' && !isLink(token.attributes)) break;
            finish();
            link = {
              line: token.line,
              address: token.attributes.get('href')?.trim() ?? '',
              attributes: token.attributes,
              folders: folders.filter((name) => name !== null),
            };
            into = 'title';
            break;
          case 'dd':
            if (link !== null) into = 'note';
            break;
          case 'br':
            if (into === 'note') note += '\n';
            break;
          case 'dt':
          case 'hr':
            finish();
            break;
        }
      } else if (token.name === 'h3' || (token.name === 'a' && into === 'title')) into = null;
      else if (token.name === 'dl') {
        finish();
        folders.pop();
      }
    }
    if (found.length > 0) yield found;
    found = [];
  }
  finish();
  if (found.length > 0) yield found;
}

/** A link inside a note has nothing but its address. */
const isLink = (attributes: ReadonlyMap<string, string>): boolean =>
  ['add_date', 'last_modified', 'tags', 'icon', 'last_visit', 'private'].some((name) => attributes.has(name));

/** Lines of a page that was indented are one paragraph; others are lines. */
function noteOf(text: string): string | null {
  const lines = text
    .replaceAll('\0', '')
    .trim()
    .split(/\r\n?|\n/);
  const isIndented = lines.length > 1 && lines.slice(1).every((line) => line.trim() === '' || /^\s/.test(line));
  const note = isIndented ? cleanCell(text) : lines.map((line) => line.trimEnd()).join('\n');
  return note === '' ? null : note;
}
