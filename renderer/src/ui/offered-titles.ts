import type { CatalogueSuggestion } from '../domain/catalogue';
import type { Item } from '../domain/item';
import { isBegun, itemOfTitle, likelyMeant, withoutArticle, wordsOf } from './typed-item';

/** A thing that is offered while a title is typed. */
export type OfferedTitle =
  | { readonly from: 'library'; readonly item: Item }
  | { readonly from: 'catalogue'; readonly suggestion: CatalogueSuggestion };

export interface TitleOffer {
  /** What was typed. */
  readonly text: string;
  readonly titles: readonly OfferedTitle[];
  /** True: the first of `titles` is what was meant, and what Enter takes. */
  readonly isMeant: boolean;
  /** True: several things bear the very title. Nobody can tell which is meant without looking at them. */
  readonly isAmbiguous: boolean;
}

/** What a field for titles needs: see app/context/use-title-completion.ts. */
export interface TitleCompletion {
  /** What is shown: for what is typed now, or, for a moment, for what was typed before. */
  readonly offer: TitleOffer;
  /** The offer for what is typed now: of use where Enter comes before it is shown. */
  readonly current: () => Promise<TitleOffer>;
  /** True: `offer` is for what is typed now. */
  readonly isCurrent: boolean;
  /** Call when the field is entered. */
  readonly warm: () => void;
}

export const NO_OFFER: TitleOffer = { text: '', titles: [], isMeant: false, isAmbiguous: false };

const MAX_OFFERED = 8;
/** Of these, so many are the library's where the catalogue has some too. */
const MAX_FOUND = 5;

export interface Offering {
  readonly text: string;
  /** Of the library, best first. */
  readonly found: readonly Item[];
  /** Of the catalogue, best first. */
  readonly suggestions: readonly CatalogueSuggestion[];
  /** The thing of the library that a suggestion is. */
  readonly inLibrary: (suggestion: CatalogueSuggestion) => Item | undefined;
  /** Of several that bear a title, one of this kind comes first. */
  readonly usualKind: string;
}

/**
 * What is offered: first what was meant, then the library's things, then the catalogue's. Meant is the thing of that
 * very title, else the one whose title is like the words; the library's goes first.
 */
export function offerOf({ text, found, suggestions, inLibrary, usualKind }: Offering): TitleOffer {
  const typed = text.trim();
  if (typed === '') return NO_OFFER;
  const offered = suggestions.map((suggestion): Candidate => {
    const item = inLibrary(suggestion);
    const title: OfferedTitle = item === undefined ? { from: 'catalogue', suggestion } : { from: 'library', item };
    return { title, suggestion };
  });
  const owned = found.map((item): OfferedTitle => ({ from: 'library', item }));
  const itself = itemOfTitle(typed, found);
  const bearers = bearersOf(typed, offered);
  const likely = likelyMeant(typed, found);
  const meant =
    owned.find((title) => title.from === 'library' && title.item === itself) ??
    bearers.find((title) => kindOf(title) === usualKind) ??
    bearers[0] ??
    owned.find((title) => title.from === 'library' && title.item === likely) ??
    // One further down is less likely than what the words do not mean.
    offered.slice(0, 1).find(({ suggestion }) => isLike(typed, suggestion))?.title;
  const others = [
    ...owned.slice(0, offered.length === 0 ? MAX_OFFERED : MAX_FOUND),
    ...offered.map(({ title }) => title),
  ];
  return {
    text,
    titles: unique([...(meant === undefined ? [] : [meant]), ...others]).slice(0, MAX_OFFERED),
    isMeant: meant !== undefined,
    isAmbiguous: itself === undefined && bearers.length > 1,
  };
}

interface Candidate {
  readonly title: OfferedTitle;
  readonly suggestion: CatalogueSuggestion;
}

/**
 * Things of that very title; where there are none, the one that bears it as a short or other form, unless a better
 * known thing begins so. What several bear so is the name of a series: "harry potter" is no book about the films.
 */
function bearersOf(typed: string, offered: readonly Candidate[]): readonly OfferedTitle[] {
  const exact = offered.filter(({ suggestion }) => suggestion.matched === 'exact');
  const bearing = (of: (words: string) => string) =>
    exact.filter(({ suggestion }) => of(wordsOf(suggestedTitle(suggestion))) === of(wordsOf(typed)));
  for (const written of [bearing((words) => words), bearing(withoutArticle)])
    if (written.length > 0) return unique(written.map(({ title }) => title));
  const begins = offered.filter(
    ({ suggestion: { matched, entry } }) =>
      matched === 'words' && wordsOf(entry.title).startsWith(`${wordsOf(typed)} `),
  );
  const short = unique(exact.map(({ title }) => title));
  return short.length > 1 || fame(begins) > fame(exact) ? [] : short;
}

const fame = (candidates: readonly Candidate[]): number =>
  Math.max(0, ...candidates.map(({ suggestion: { entry } }) => entry.popularity ?? 0));

/** The name of an option, which stays the same while its thing is offered. */
export const optionOf = (title: OfferedTitle): string =>
  title.from === 'library' ? `item ${title.item.id}` : `entry ${String(title.suggestion.index)}`;

export const kindOf = (title: OfferedTitle): string =>
  title.from === 'library' ? title.item.kind : title.suggestion.entry.kind;

/**
 * The title that a suggestion gives a thing: the other title by which it was found ("Spirited Away"), unless that only
 * says more or less of the same ("The Fellowship of the Ring (The Lord of the Rings, #1)").
 */
export function suggestedTitle({ entry: { title }, alias }: Pick<CatalogueSuggestion, 'entry' | 'alias'>): string {
  if (alias === null) return title;
  const [whole, other] = [` ${wordsOf(title)} `, ` ${wordsOf(alias)} `];
  return whole.includes(other) || other.includes(whole) ? title : alias;
}

/** Of the library whatever is like the words is meant; the catalogue has something like them for any words. */
const isLike = (typed: string, { entry, alias, matched }: CatalogueSuggestion): boolean =>
  matched !== 'exact' && [entry.title, ...(alias === null ? [] : [alias])].some((title) => isBegun(typed, title));

const unique = (titles: readonly OfferedTitle[]): readonly OfferedTitle[] => {
  const byOption = new Map<string, OfferedTitle>();
  for (const title of titles) if (!byOption.has(optionOf(title))) byOption.set(optionOf(title), title);
  return [...byOption.values()];
};
