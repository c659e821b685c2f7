import type { Catalogue } from '../../../renderer/src/catalogue/catalogue';
import type { CatalogueIndex, CatalogueSuggestion } from '../../../renderer/src/domain/catalogue';
import { offerOf, type OfferedTitle } from '../../../renderer/src/ui/offered-titles';

/** As TitleCompleter asks. */
const ASKED = { letters: 2, limit: 10 };
/** Nobody reads further down a list than this. */
const SHOWN = 5;

/** What a field for titles offers somebody with an empty library, where no kind was chosen. */
export type Offered = (text: string) => { readonly titles: readonly OfferedTitle[]; readonly isMeant: boolean };

export interface TypedTitle {
  readonly title: string;
  /** The fewest keys that take it: letters, arrows down and Enter; null where it never stood among the first 5. */
  readonly keys: number | null;
  /** Letters until it stood first, and Enter; null where it never did. */
  readonly keysToFirst: number | null;
  /** The title was typed to its end, and Enter takes the right thing. */
  readonly isRight: boolean;
  /** What Enter took instead. */
  readonly instead: string | null;
}

export const offeredBy =
  (catalogue: Pick<Catalogue, 'complete'>, usualKind: string): Offered =>
  (text) => {
    const suggestions = catalogue.complete({ text, kind: null, usualKind, limit: ASKED.limit });
    return offerOf({ text, found: [], suggestions, inLibrary: () => undefined, usualKind });
  };

export const withoutArticle = (title: string): string => title.replace(/^(?:the|an?)\s+(?=\S)/iu, '');

/** Types a title letter by letter in lower case, as on a keyboard without accents or marks, and looks at each offer. */
export function typeTitle(title: string, index: CatalogueIndex, offered: Offered): TypedTitle {
  const letters = Array.from(title.toLowerCase());
  let keys: number | null = null;
  let keysToFirst: number | null = null;
  let last: readonly OfferedTitle[] = [];
  for (let typed = ASKED.letters; typed <= letters.length; typed += 1) {
    if (letters[typed - 1] === ' ' && typed < letters.length) continue;
    const { titles, isMeant } = offered(letters.slice(0, typed).join(''));
    last = isMeant ? titles : [];
    const place = titles.slice(0, SHOWN).findIndex((one) => suggestionOf(one)?.index === index);
    if (place < 0) continue;
    // Where nothing is meant, what was typed stands before all.
    const needed = typed + place + (isMeant ? 0 : 1) + 1;
    if (keys === null || needed < keys) keys = needed;
    if (place === 0 && isMeant) keysToFirst ??= needed;
  }
  const [taken] = last;
  const suggestion = taken === undefined ? undefined : suggestionOf(taken);
  const isRight = suggestion?.index === index;
  return {
    title,
    keys,
    keysToFirst,
    isRight,
    instead: isRight ? null : nameOf(suggestion),
  };
}

const suggestionOf = (title: OfferedTitle): CatalogueSuggestion | undefined =>
  title.from === 'catalogue' ? title.suggestion : undefined;

const nameOf = (suggestion: CatalogueSuggestion | undefined): string =>
  suggestion === undefined
    ? 'what was typed, plain'
    : `${suggestion.entry.title} (${suggestion.entry.kind}, ${String(suggestion.entry.year)})`;
