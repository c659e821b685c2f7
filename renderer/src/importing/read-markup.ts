import type { ImportedRow } from '../domain/imported-row';
import { namedCells, type NamedCells } from './cells/named-cells';
import { UnreadCells } from './cells/unread-cells';
import { childText, elementsOf, type MarkupElement } from './containers/markup-elements';
import type { SourceFile } from './containers/source-file';
import type { RowCollector } from './source';

/** An element's own children: the first of several names under which something stands. */
function inChildren(element: MarkupElement, names: readonly string[]): { name: string; text: string } | null {
  for (const name of names) {
    const text = childText(element, name);
    if (text !== '') return { name, text };
  }
  return null;
}

/**
 * Reads every element of a name into `collector`: as a row, or as skipped with the reason.
 * @param read gets what stands in the element's children, or what `find` says stands in it under a name
 */
export async function readElements(
  file: SourceFile,
  name: string,
  collector: RowCollector,
  read: (cells: NamedCells, element: MarkupElement) => ImportedRow | string,
  find: (element: MarkupElement, names: readonly string[]) => { name: string; text: string } | null = inChildren,
): Promise<void> {
  const unread = new UnreadCells(file.path);
  for await (const elements of elementsOf(file.tokens(), name))
    for (const element of elements) {
      const cells = namedCells({
        file: file.path,
        line: element.line,
        find: (names) => find(element, names),
        unread,
      });
      const firstCells = element.children.slice(0, 3).map(({ text }) => text);
      collector.put(file.path, element.line, firstCells, read(cells, element));
    }
  collector.unreadCells.push(...unread.columns);
}
