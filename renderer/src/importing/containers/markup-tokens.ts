import { Parser } from 'htmlparser2';
import { BUDGETS, lineTooLong, tooDeep } from './budgets';

/** A tag or a text of XML or HTML, in order. Names of HTML are lower case, those of XML as they stand. */
export type MarkupToken =
  | {
      readonly type: 'open';
      readonly name: string;
      /** One of more than `BUDGETS.attributeCharacters`, such as an embedded picture, is cut or blank. */
      readonly attributes: ReadonlyMap<string, string>;
      /** 1-based line of the file the tag starts at. */
      readonly line: number;
    }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string };

/** Passes over the value of an attribute beyond its budget, which htmlparser2 hands over in pieces. */
class LeanParser extends Parser {
  #characters = 0;

  override onattribname(start: number, end: number): void {
    this.#characters = 0;
    super.onattribname(start, end);
  }

  override onattribdata(start: number, end: number): void {
    this.#characters += end - start;
    if (this.#characters <= BUDGETS.attributeCharacters) super.onattribdata(start, end);
  }
}

/**
 * Tags and texts of a document that comes in parts with "\n" as the end of a line. Entities are resolved, those a
 * document defines itself are not, so that none can grow; tags that HTML leaves open are closed where HTML says. Throws
 * an AppError beyond a budget.
 */
export async function* markupTokens(
  parts: AsyncIterable<string>,
  kind: 'xml' | 'html',
): AsyncGenerator<readonly MarkupToken[]> {
  let tokens: MarkupToken[] = [];
  let [line, counted, before] = [1, 0, 0];
  let [part, start] = ['', 0];
  let [depth, tagLine] = [0, 1];
  // People's pages leave tags open.
  const maxDepth = kind === 'xml' ? BUDGETS.depth : 8 * BUDGETS.depth;
  const lineAt = (index: number): number => {
    const end = Math.min(index - start, part.length);
    // CR, LF and CRLF end a line.
    for (; counted < end; counted += 1) {
      const code = part.charCodeAt(counted);
      if (code === 13 || (code === 10 && before !== 13)) line += 1;
      before = code;
    }
    return line;
  };
  const parser: Parser = new LeanParser(
    {
      onopentagname: () => {
        tagLine = lineAt(parser.startIndex);
        depth += 1;
        if (depth > maxDepth) throw tooDeep(`line ${String(tagLine)}`);
      },
      onopentag: (name, attributes) => {
        tokens.push({ type: 'open', name, attributes: new Map(Object.entries(attributes)), line: tagLine });
      },
      onclosetag: (name) => {
        depth -= 1;
        tokens.push({ type: 'close', name });
      },
      ontext: (text) => {
        const last = tokens.at(-1);
        if (last?.type === 'text') tokens[tokens.length - 1] = { type: 'text', text: last.text + text };
        else tokens.push({ type: 'text', text });
      },
    },
    { xmlMode: kind === 'xml', decodeEntities: true, recognizeCDATA: kind === 'xml' },
  );
  for await (const next of parts) {
    lineAt(start + part.length);
    [start, part, counted] = [start + part.length, next, 0];
    parser.write(next);
    // A comment, a tag or an instruction that never ends is kept by the parser until it does.
    if (start + part.length - parser.endIndex > BUDGETS.recordCharacters) throw lineTooLong(line);
    if (tokens.length > 0) yield tokens;
    tokens = [];
  }
  parser.end();
  if (tokens.length > 0) yield tokens;
}
