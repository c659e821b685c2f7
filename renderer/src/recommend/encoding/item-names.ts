import type { ItemFacts } from '../../domain/item';
import type { LibraryItem } from '../../domain/recommendation-request';
import { foldTitle } from '../../identity/fold-title';
import { kindGroup } from './fingerprint';
import type { TextRules } from './text';
import type { FeatureSchema } from '../model/model-manifest';
import { ownValue } from '../../domain/own-value';

/** An item's facts as phrases that can be compared. */
export interface ItemNames {
  readonly kind: string;
  readonly group: string;
  readonly title: string;
  /**
   * Keys of the title and of its parts before a subtitle, as identity/ folds them: equal for two editions of a work.
   */
  readonly titleKeys: readonly string[];
  readonly creators: readonly string[];
  readonly tags: readonly string[];
  /** Leading actors; known of the catalogue's things alone. */
  readonly cast: readonly string[];
  /** Two items sharing one of these belong to one series or franchise. */
  readonly seriesKeys: readonly string[];
  /** Two items sharing one of these never stand in one slate: one series, or one title in two editions. */
  readonly slateKeys: readonly string[];
  /** Place in the series, stated or read from the end of the title; null = not known to be a later part. */
  readonly part: number | null;
}

const ROMAN: Readonly<Record<string, number>> = { ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9, x: 10 };
const PART_WORDS = new Set(['part', 'vol', 'volume', 'chapter', 'book', 'episode', 'season', 'no']);
/** Beyond this a number at the end of a title is a year or a place, not a part: "Blade Runner 2049". */
const MAX_PART = 20;

export function namesOf(
  item: ItemFacts & Pick<LibraryItem, 'backgroundFacts'>,
  schema: FeatureSchema['fingerprint'],
  text: TextRules,
): ItemNames {
  const kind = text.phrase(item.kind);
  const group = kindGroup(schema, item.kind, text);
  const title = text.phrase(item.title);
  const plain = text.phrase(item.title.replace(/[([][^)\]]*[)\]]/gu, ' '));
  const numbered = withoutPart(plain === '' ? title : plain);
  const folded = foldTitle(item.title);
  const series = seriesKeys(item, group, numbered.stem, text);
  return {
    kind,
    group,
    title,
    titleKeys: [folded.key, ...folded.baseKeys],
    creators: phrases(item.creators, text),
    tags: phrases(item.tags, text),
    cast: phrases(item.backgroundFacts?.cast ?? [], text),
    seriesKeys: series,
    slateKeys: [...series, `${group}|${folded.key}`],
    part: item.series?.position ?? numbered.part,
  };
}

const phrases = (words: readonly string[], text: TextRules): readonly string[] =>
  words.map((word) => text.phrase(word)).filter((phrase) => phrase !== '');

export function shareAny(left: readonly string[], right: readonly string[]): boolean {
  return left.some((entry) => right.includes(entry));
}

/** "toy story 3" → "toy story", 3; "alien" → "alien", null. */
function withoutPart(phrase: string): { readonly stem: string; readonly part: number | null } {
  const words = phrase.split(' ');
  const last = words.at(-1) ?? '';
  const part = /^\d{1,2}$/.test(last) ? Number(last) : (ownValue(ROMAN, last) ?? null);
  if (part === null || part < 1 || part > MAX_PART || words.length < 2) return { stem: phrase, part: null };
  let end = words.length - 1;
  while (end > 1 && PART_WORDS.has(words[end - 1] ?? '')) end -= 1;
  return { stem: words.slice(0, end).join(' '), part };
}

/**
 * Exports seldom name the series, above all for films, so titles are used too: the same title but for its number
 * ("Toy Story 3"), the same words before a colon ("Star Wars: …"), the same hero ("Harry Potter and the …").
 * A false match only keeps two look-alikes out of one slate.
 */
function seriesKeys(item: ItemFacts, group: string, stem: string, text: TextRules): readonly string[] {
  const keys = new Set<string>();
  const series = item.series === null ? '' : text.phrase(item.series.name);
  if (series !== '') keys.add(`${group}|${series}`);
  const beforeColon = text.phrase(item.title.split(/:| [–—-] /u, 1)[0] ?? '');
  for (const key of [stem, withoutPart(beforeColon).stem])
    if (key !== '') keys.add(`${group}|${key.replace(/^(?:the|a|an) /u, '')}`);
  const hero = /^(\S+ \S+) and the /u.exec(stem)?.[1];
  if (hero !== undefined) keys.add(`${group}|${hero}`);
  return [...keys];
}
