import type { MarkupToken } from './markup-tokens';

/** An element with what stands in it: `<game id="3"><name>Salt</name></game>`. */
export interface MarkupElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** 1-based line of the file. */
  readonly line: number;
  /** Own text, without that of children. */
  readonly text: string;
  readonly children: readonly MarkupElement[];
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
  text: string;
  readonly children: MarkupElement[];
}

/** Every element of those names, whole, wherever it stands; one inside another of them is among its children only. */
export async function* elementsOf(
  tokens: AsyncIterable<readonly MarkupToken[]>,
  ...names: readonly string[]
): AsyncGenerator<readonly MarkupElement[]> {
  const open: Open[] = [];
  for await (const batch of tokens) {
    const whole: MarkupElement[] = [];
    for (const token of batch) {
      const parent = open.at(-1);
      if (token.type === 'text') {
        if (parent !== undefined) parent.text += token.text;
      } else if (token.type === 'open') {
        if (parent !== undefined || names.includes(token.name))
          open.push({ name: token.name, attributes: token.attributes, line: token.line, text: '', children: [] });
      } else if (parent?.name === token.name) {
        open.pop();
        const outer = open.at(-1);
        if (outer === undefined) whole.push(parent);
        else outer.children.push(parent);
      }
    }
    if (whole.length > 0) yield whole;
  }
}

/** Trimmed text of the first child of that name; '' where there is none. */
export const childText = (element: MarkupElement, name: string): string =>
  element.children.find((child) => child.name === name)?.text.trim() ?? '';
