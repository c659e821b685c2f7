import { identifiersInLink } from '../../identity/identifiers-in-link';
import type { LineReading } from './line-readings';

/** A link in a line: what it points to, and the line without it. */
export interface LineLink {
  readonly url: string;
  /** '' where the line is nothing but its link. */
  readonly rest: string;
}

const ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s<>"“”„«»]+`;
/** "[Spirited Away](https://…)". */
const MARKDOWN = new RegExp(String.raw`\[([^\]]*)\]\(\s*<?(${ADDRESS}?)>?(?:\s+"[^"]*")?\s*\)`, 'iu');
const PLAIN = new RegExp(String.raw`<?(${ADDRESS})>?`, 'iu');
/** What parts a title from the link that was taken off. */
const LEFT_OVER = /^(?:\s|[-–—:|,;(→>]|->)+|(?:\s|[-–—:|,;(→>]|->|(?<=\s)[.!])+$|\(\s*\)/gu;

/** @returns null where the line has no link. Of several the first counts, and all are taken off. */
export function linkIn(text: string): LineLink | null {
  const marked = MARKDOWN.exec(text);
  const found = marked?.[2] ?? PLAIN.exec(text)?.[1];
  if (found === undefined) return null;
  const unmarked = marked === null ? text : text.replace(MARKDOWN, marked[1] ?? '');
  const rest = unmarked
    .replaceAll(new RegExp(PLAIN, 'giu'), ' ')
    .replace(LEFT_OVER, '')
    .replace(/\s{2,}/gu, ' ')
    .trim();
  const url = withoutFinalMarks(found);
  return {
    url: /^https?:/iu.test(url) ? url : `https://${url}`,
    rest: /[\p{L}\p{N}]/u.test(rest) ? rest : '',
  };
}

/** A sentence's full stop, and a bracket that the link does not open, are no part of it. */
function withoutFinalMarks(url: string): string {
  const bare = url.replace(/[.,;:!?'*_]+$/u, '');
  const isOpened = !bare.endsWith(')') || bare.includes('(');
  return isOpened ? bare : withoutFinalMarks(bare.slice(0, -1));
}

/** How a link alone is looked up: by the id that it names, and by the title in its address, which is a guess. */
export function readingsOfLink(url: string): readonly LineReading[] {
  const { identifiers, title, year } = identifiersInLink(url);
  const isKnown = Object.keys(identifiers).length > 0;
  if (!isKnown && title === null) return [];
  return [
    {
      title: title ?? url,
      creators: [],
      year,
      ...(isKnown ? { identifiers } : {}),
      isGuess: true,
      isOnlyLookedUp: true,
    },
  ];
}
