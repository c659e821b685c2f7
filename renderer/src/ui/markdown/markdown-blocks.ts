/** The part of Markdown that the model card and the catalogue's notice are written in; what is beyond it stays text. */
export type Inline =
  | { readonly type: 'text' | 'code'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Inline[] };

export type Alignment = 'start' | 'center' | 'end';

export interface ListItem {
  readonly content: readonly Inline[];
  readonly children: readonly Block[];
}

export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly content: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | {
      readonly type: 'table';
      readonly alignments: readonly Alignment[];
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly type: 'code'; readonly text: string };

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const FENCE = /^\s*```/;
const LIST_ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const DELIMITER_ROW = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

export function parseMarkdown(source: string): readonly Block[] {
  return parseLines(source.replaceAll('\r\n', '\n').split('\n'));
}

function parseLines(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const line = (offset = 0): string => lines[at + offset] ?? '';
  /** Takes lines while they belong, and moves past them. */
  const take = (belongs: (text: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && belongs(line())) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const heading = HEADING.exec(line());
    if (line().trim() === '') at += 1;
    else if (heading !== null) {
      blocks.push({ type: 'heading', level: heading[1]?.length ?? 1, content: parseInline(heading[2] ?? '') });
      at += 1;
    } else if (FENCE.test(line())) {
      at += 1;
      blocks.push({ type: 'code', text: take((text) => !FENCE.test(text)).join('\n') });
      at += 1;
    } else if (isTable(line(), line(1))) blocks.push(tableOf(take((text) => text.includes('|'))));
    else if (LIST_ITEM.test(line())) {
      // Blank lines end a list: the card separates its lists by them.
      blocks.push(listOf(take((text) => text.trim() !== '' && (LIST_ITEM.test(text) || /^\s/.test(text)))));
    } else {
      const first = line();
      at += 1;
      const rest = take(
        (text) =>
          text.trim() !== '' &&
          !HEADING.test(text) &&
          !FENCE.test(text) &&
          !LIST_ITEM.test(text) &&
          !isTable(text, line(1)),
      );
      blocks.push({ type: 'paragraph', content: parseInline([first, ...rest].map((text) => text.trim()).join(' ')) });
    }
  }
  return blocks;
}

function isTable(header: string, delimiter: string): boolean {
  return header.includes('|') && delimiter.includes('-') && delimiter.includes('|') && DELIMITER_ROW.test(delimiter);
}

function tableOf([header = '', delimiter = '', ...rows]: readonly string[]): Block {
  return {
    type: 'table',
    header: cellsOf(header).map(parseInline),
    rows: rows.map((row) => cellsOf(row).map(parseInline)),
    alignments: cellsOf(delimiter).map((cell) =>
      cell.endsWith(':') ? (cell.startsWith(':') ? 'center' : 'end') : 'start',
    ),
  };
}

/** A vertical bar after a backslash is part of its cell. */
function cellsOf(row: string): readonly string[] {
  return row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** Lines indented further than the first item belong to the item above them: its own words, or a list within it. */
function listOf(lines: readonly string[]): Block {
  const first = LIST_ITEM.exec(lines[0] ?? '');
  const indent = first?.[1]?.length ?? 0;
  const items: { readonly words: string[]; readonly within: string[] }[] = [];
  for (const text of lines) {
    const item = LIST_ITEM.exec(text);
    const current = items.at(-1);
    if (current === undefined || (item !== null && (item[1]?.length ?? 0) <= indent))
      items.push({ words: [item?.[3] ?? text], within: [] });
    else if (item !== null || current.within.length > 0) current.within.push(text);
    else current.words.push(text.trim());
  }
  return {
    type: 'list',
    ordered: /\d/.test(first?.[2] ?? ''),
    items: items.map(({ words, within }) => ({ content: parseInline(words.join(' ')), children: parseLines(within) })),
  };
}

/** Code, then links, then strong, then emphasis; a mark without its partner is text. */
const INLINE = /`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|\*\*(.+?)\*\*(?!\*)|\*(?!\s)([^*]+?)(?<!\s)\*/;

export function parseInline(source: string): readonly Inline[] {
  const found = INLINE.exec(source);
  if (found === null) return source === '' ? [] : [{ type: 'text', text: source }];
  const [whole, code, label, address, strong, emphasis] = found;
  return [
    ...parseInline(source.slice(0, found.index)),
    ...marked(),
    ...parseInline(source.slice(found.index + whole.length)),
  ];

  function marked(): readonly Inline[] {
    if (code !== undefined) return [{ type: 'code', text: code }];
    if (strong !== undefined) return [{ type: 'strong', children: parseInline(strong) }];
    if (emphasis !== undefined) return [{ type: 'emphasis', children: parseInline(emphasis) }];
    // Nothing here may lead out of the program, and files beside the card have no page: the words stay, and an address
    // of the web.
    const words = parseInline(label ?? '');
    return /^https?:/.test(address ?? '') ? [...words, { type: 'text', text: ` (${address ?? ''})` }] : words;
  }
}
