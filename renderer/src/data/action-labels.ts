import type { TasteEvent } from '../domain/event';
import type { Item } from '../domain/item';
import type { ItemStatus } from '../domain/item-values';
import type { Person } from '../domain/person';
import type { Outcome } from '../domain/share';

/** Titles in labels are cut here: a label stands in a toast. */
const TITLE_LENGTH = 60;

export function shortTitle(title: string): string {
  const characters = Array.from(new Intl.Segmenter().segment(title), ({ segment }) => segment);
  return characters.length <= TITLE_LENGTH
    ? title
    : `${characters
        .slice(0, TITLE_LENGTH - 1)
        .join('')
        .trimEnd()}…`;
}

/** "Dune", "3 books", "12 things". */
export function nameItems(items: readonly Pick<Item, 'title' | 'kind'>[]): string {
  const [first] = items;
  if (items.length === 1 && first !== undefined) return shortTitle(first.title);
  return countItems(items);
}

/** "1 book", "812 books", "12 things" where kinds differ. */
export function countItems(items: readonly Pick<Item, 'kind'>[]): string {
  const [first] = items;
  const same = first !== undefined && items.every((item) => item.kind === first.kind) ? first.kind : 'thing';
  const kind = same === 'movie' ? 'film' : same;
  return `${items.length} ${items.length === 1 ? kind : pluralOf(kind)}`;
}

const PLURALS: Readonly<Record<string, string>> = { series: 'series', anime: 'anime', other: 'things' };

function pluralOf(kind: string): string {
  return (
    PLURALS[kind] ??
    (/(?:[^aeiou]y)$/.test(kind) ? `${kind.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(kind) ? `${kind}es` : `${kind}s`)
  );
}

export function personName(person: Pick<Person, 'name' | 'isOwner'>): string {
  return person.isOwner ? 'you' : person.name;
}

const STATUS_WORDS: Readonly<Record<ItemStatus, string>> = {
  none: 'no status',
  wanted: 'wanted',
  'in-progress': 'in progress',
  finished: 'finished',
  abandoned: 'abandoned',
};
export const statusLabel = (items: readonly Item[], status: ItemStatus): string =>
  `Marked ${nameItems(items)} as ${STATUS_WORDS[status]}`;

/** What a person and a thing have to do with each other: "Ana loved Dune". */
export function statementText(
  person: Pick<Person, 'name' | 'isOwner'>,
  item: Pick<Item, 'title'>,
  event: Pick<TasteEvent, 'type' | 'outcome'>,
): string {
  const who = personName(person);
  const what = shortTitle(item.title);
  switch (event.type) {
    case 'rated':
      return `${who} rated ${what}`;
    case 'loved':
      return `${who} loved ${what}`;
    case 'liked':
      return `${who} liked ${what}`;
    case 'disliked':
      return `${who} did not like ${what}`;
    case 'never-again':
      return `${who} said “never again” of ${what}`;
    case 'chosen-over':
      return `${who} would pick ${what}`;
    case 'finished':
      return `${who} finished ${what}`;
    case 'abandoned':
      return `${who} gave up on ${what}`;
    case 'wanted':
      return `${who} ${person.isOwner ? 'want' : 'wants'} ${what}`;
    case 'not-for-them':
      return `${what} is not for ${who}`;
    case 'knows-it':
      return `${who} ${person.isOwner ? 'know' : 'knows'} ${what} already`;
    case 'postponed':
      return `${what} can wait for ${who}`;
    case 'reacted':
      return event.outcome === null ? `${who} answered about ${what}` : outcomeText(who, what, event.outcome);
  }
}

function outcomeText(who: string, what: string, outcome: Outcome): string {
  switch (outcome) {
    case 'loved':
      return `${who} loved ${what}`;
    case 'liked':
      return `${who} liked ${what}`;
    case 'meh':
      return `${who} found ${what} so-so`;
    case 'no':
      return `${who} did not like ${what}`;
    case 'knew-it':
      return `${who} knew ${what} already`;
    case 'not-yet':
      return `${who} has not got to ${what} yet`;
  }
}
