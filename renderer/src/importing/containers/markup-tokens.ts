import { Parser } from 'htmlparser2';

/** A tag or a text of XML or HTML, in order. Names of HTML are lower case, those of XML as they stand. */
export type MarkupToken =
  | {
      readonly type: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** 1-based line of the file the tag starts at. */
      readonly line: number;
    }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string };

/**
 * Tags and texts of a document that comes in parts. Entities are resolved, those a document defines itself are not, so
 * that none can grow; tags that HTML leaves open are closed where HTML says.
 */
export async function* markupTokens(
  parts: AsyncIterable<string>,
  kind: 'xml' | 'html',
): AsyncGenerator<readonly MarkupToken[]> {
  let tokens: MarkupToken[] = [];
  let [line, counted] = [1, 0];
  let [part, start] = ['', 0];
  const lineAt = (index: number): number => {
    const end = Math.min(index - start, part.length);
    for (; counted < end; counted += 1) if (part.charCodeAt(counted) === 10) line += 1;
    return line;
  };
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        tokens.push({
          type: 'open',
          name,
          attributes: new Map(Object.entries(attributes)),
          line: lineAt(parser.startIndex),
        });
      },
      onclosetag: (name) => {
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
    if (tokens.length > 0) yield tokens;
    tokens = [];
  }
  parser.end();
  if (tokens.length > 0) yield tokens;
}
