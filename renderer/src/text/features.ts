import { sourceName } from './source-names';
import { kindNamePlural } from './kinds';
import { tagName } from './tag-names';
import { ownValue } from '../domain/own-value';

/** Groups of kinds that share taste; any other group is a kind's own name. */
const GROUPS: Readonly<Record<string, string>> = {
  screen: 'films and series',
  book: 'books and comics',
  artist: 'music artists',
};

/** Features that are neither tag, creator, kind nor time. */
const NAMED: Readonly<Record<string, string>> = {
  bias: 'anything at all',
  popularity: 'well-known things',
  'owner-rating': 'things you rate highly',
  'crowd-rating': 'things others rate highly',
  'known-rating': 'things the wide public rates highly',
  'model:future': 'what the model puts first',
  'model:liking': 'what the model is sure of',
  'model:content': 'things described like known favourites',
  length: 'long things',
};

/** Words for having less of a feature than average, where there are any. */
const OPPOSITES: Readonly<Record<string, string>> = { length: 'short things' };

/** "films and series" for 'screen'. */
export function groupWords(group: string): string {
  return ownValue(GROUPS, group) ?? kindNamePlural(group).toLocaleLowerCase();
}

/**
 * What a learned weight is about, as it stands after "tends to like": `tag:horror` → "horror", `era:1990s` → "things
 * from the 1990s".
 */
export function featureWords(feature: string): string {
  const named = ownValue(NAMED, feature);
  if (named !== undefined) return named;
  const colon = feature.indexOf(':');
  const subject = feature.slice(colon + 1);
  switch (feature.slice(0, Math.max(0, colon))) {
    case 'creator':
      return `things by ${capitalisedWords(subject)}`;
    case 'kind':
      return kindNamePlural(subject).toLocaleLowerCase();
    case 'group':
      return groupWords(subject);
    case 'era':
      return `things from the ${subject}`;
    case 'source':
      return subject === 'manual' ? 'things typed by hand' : `things that came from ${sourceName(subject)}`;
    // Tags, and whatever a later recommender may bring.
    default:
      return tagName(subject);
  }
}

/** The same for an item with this amount of the feature; below 0 the word for having little of it ("short things"). */
export function featureWordsOf(feature: string, amount: number): string {
  return amount < 0 ? (ownValue(OPPOSITES, feature) ?? featureWords(feature)) : featureWords(feature);
}

/**
 * What a person with this weight likes, and whether more or less: to like long things less is to like short ones more.
 */
export function likingWords(feature: string, weight: number): { readonly subject: string; readonly more: boolean } {
  const opposite = weight < 0 ? ownValue(OPPOSITES, feature) : undefined;
  return opposite === undefined
    ? { subject: featureWords(feature), more: weight > 0 }
    : { subject: opposite, more: true };
}

/** Names are learned as phrases in lower case: "ursula k le guin" → "Ursula K Le Guin". */
export function capitalisedWords(phrase: string): string {
  return phrase.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toLocaleUpperCase());
}
