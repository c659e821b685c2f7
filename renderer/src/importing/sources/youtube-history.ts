import { parseDate } from '../cells/cell-dates';
import { cleanCell } from '../cells/cell-values';
import type { JsonReader } from '../cells/json-reader';
import type { MarkupToken } from '../containers/markup-tokens';

/** A video that was watched, as either form of the history states it. */
export interface WatchedVideo {
  /** 1-based: its place in the JSON, the line of the page. */
  readonly line: number;
  /** '' where the video is gone. */
  readonly id: string;
  /** Without the word for “watched”; '' where nothing but the address is known. */
  readonly title: string;
  /** '' where it is not known. */
  readonly channel: string;
  /** "UC…"; '' where it is not known. */
  readonly channelId: string;
  /** Epoch milliseconds. */
  readonly at: number | null;
  /** Played in YouTube Music. */
  readonly isMusic: boolean;
  readonly isAdvertisement: boolean;
}

const VIDEO =
  /^https?:\/\/(?:www\.|m\.|music\.)?(?:youtube\.com\/(?:watch\?(?:.*&)?v=|shorts\/)|youtu\.be\/)([\w-]{11})/;
const CHANNEL = /\/channel\/(UC[\w-]{22})/;
const IS_MUSIC = /^YouTube Music/;
const ADVERTISEMENT = /Google Ads/;

/** Id of the video at an address, '' for any other page. */
export const videoId = (address: string): string => VIDEO.exec(address)?.[1] ?? '';
const channelId = (address: string): string => CHANNEL.exec(address)?.[1] ?? '';

const isAddress = (title: string): boolean => /^https?:\/\/\S+$/.test(title);

/** The words for “watched” that stand around every title, in whatever language. */
export interface TitleFrame {
  /** With the space behind it, '' where there is none; so for `after`. */
  readonly before: string;
  readonly after: string;
}

/** From so many titles on, what nearly all of them begin or end with is no part of them. */
const TITLES_TO_COMPARE = 6;
const NEARLY_ALL = 0.9;
const MOST_WORDS = 4;

/** The words, as many as nearly all of the texts begin with. */
function commonStart(texts: readonly string[], space: RegExp): string {
  for (let words = MOST_WORDS; words > 0; words -= 1) {
    const counts = new Map<string, number>();
    for (const text of texts) {
      const end = [...text.matchAll(space)][words - 1];
      const start = end === undefined ? '' : text.slice(0, end.index + end[0].length);
      if (start !== '') counts.set(start, (counts.get(start) ?? 0) + 1);
    }
    const found = [...counts].find(([, count]) => count >= texts.length * NEARLY_ALL);
    if (found !== undefined) return found[0];
  }
  return '';
}

const reversed = (text: string): string => Array.from(text).toReversed().join('');

/** What the titles at the beginning of a history have in common; only “Watched” where there are few. */
export function titleFrame(titles: readonly string[]): TitleFrame {
  const different = [...new Set(titles)];
  if (different.length < TITLES_TO_COMPARE)
    return { before: different.some((title) => title.startsWith('Watched ')) ? 'Watched ' : '', after: '' };
  const before = commonStart(different, /[\s"“„«「]+/gu);
  const after = reversed(commonStart(different.map(reversed), /[\s"”“»」]+/gu));
  return { before, after };
}

export function withoutFrame(title: string, { before, after }: TitleFrame): string {
  const start = title.startsWith(before) ? before.length : 0;
  const end = after !== '' && title.endsWith(after) ? title.length - after.length : title.length;
  return cleanCell(title.slice(start, end));
}

/** Titles of videos at the beginning of a history as JSON. */
export function titlesIn(head: string): readonly string[] {
  const found: string[] = [];
  for (const [, title = '', address = ''] of head.matchAll(
    /"title"\s*:\s*("(?:[^"\\]|\\.)*")\s*,\s*"titleUrl"\s*:\s*("(?:[^"\\]|\\.)*")/g,
  )) {
    const [text, url] = [unquoted(title), unquoted(address)];
    if (videoId(url) !== '' && !text.includes('http')) found.push(text);
  }
  return found;
}

function unquoted(json: string): string {
  try {
    const text: unknown = JSON.parse(json);
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}

/** An entry of watch-history.json. */
export function watchedOfJson(json: JsonReader, line: number, frame: TitleFrame): WatchedVideo {
  const [by] = json.items('subtitles');
  const title = withoutFrame(json.text('title'), frame);
  return {
    line,
    id: videoId(json.text('titleUrl')),
    title: isAddress(title) ? '' : title,
    channel: by?.text('name') ?? '',
    channelId: channelId(by?.text('url') ?? ''),
    at: json.date('time'),
    isMusic: IS_MUSIC.test(json.text('header')),
    isAdvertisement: json.items('details').some((detail) => ADVERTISEMENT.test(detail.text('name'))),
  };
}

/** "PM TRT", "MEZ", "GMT+03:00": zones are not told apart, the day is enough. */
const ZONE = /\s+(?!AM$|PM$)(?:GMT[+-]\d{1,2}(?::?\d{2})?|[A-Z]{2,5})$/u;

interface Cell {
  readonly line: number;
  header: string;
  readonly links: { readonly address: string; text: string }[];
  last: string;
  isAdvertisement: boolean;
}

function watchedOfCell({ line, header, links, last, isAdvertisement }: Cell): WatchedVideo {
  const video = links.find(({ address }) => videoId(address) !== '');
  const channel = links.find(({ address }) => channelId(address) !== '');
  const title = cleanCell(video?.text);
  return {
    line,
    id: videoId(video?.address ?? ''),
    title: isAddress(title) ? '' : title,
    channel: cleanCell(channel?.text),
    channelId: channelId(channel?.address ?? ''),
    at: parseDate(cleanCell(last).replace(ZONE, '')),
    isMusic: IS_MUSIC.test(cleanCell(header)),
    isAdvertisement,
  };
}

/** Entries of watch-history.html: each is a cell of three parts, what was watched, nothing, and why it is there. */
export async function* watchedOfPage(
  tokens: AsyncIterable<readonly MarkupToken[]>,
): AsyncGenerator<readonly WatchedVideo[]> {
  let cell: Cell | null = null;
  let into: 'header' | 'body' | 'link' | 'why' | null = null;
  for await (const batch of tokens) {
    const found: WatchedVideo[] = [];
    for (const token of batch) {
      if (token.type === 'open') {
        const names = token.attributes.get('class') ?? '';
        if (token.name === 'div' && names.includes('header-cell')) {
          if (cell !== null) found.push(watchedOfCell(cell));
          cell = { line: token.line, header: '', links: [], last: '', isAdvertisement: false };
          into = 'header';
        } else if (token.name === 'div' && names.includes('content-cell'))
          into = names.includes('caption') ? 'why' : names.includes('text-right') ? null : 'body';
        else if (token.name === 'a' && into === 'body') {
          cell?.links.push({ address: token.attributes.get('href') ?? '', text: '' });
          into = 'link';
        } else if (token.name === 'br' && into === 'body' && cell !== null) cell.last = '';
      } else if (token.type === 'text') {
        if (cell === null) continue;
        const link = cell.links.at(-1);
        if (into === 'header') cell.header += token.text;
        else if (into === 'link' && link !== undefined) link.text += token.text;
        else if (into === 'body') cell.last += token.text;
        else if (into === 'why') cell.isAdvertisement ||= ADVERTISEMENT.test(token.text);
      } else if (token.name === 'a' && into === 'link') into = 'body';
      else if (token.name === 'div') into = null;
    }
    if (found.length > 0) yield found;
  }
  if (cell !== null) yield [watchedOfCell(cell)];
}
