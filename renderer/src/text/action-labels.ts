import type { TasteEvent } from '../domain/event';
import type { ImportPlan } from '../domain/import-plan';
import type { Item } from '../domain/item';
import type { ItemStatus } from '../domain/item-values';
import type { Person } from '../domain/person';
import type { ActionLabels } from '../domain/ports/action-labels';
import type { Outcome } from '../domain/share';
import { counted } from './plural';
import { knownSourceName } from './source-names';
import { ownValue } from '../domain/own-value';

/** Words of the journal. */

const dayAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Titles in labels are cut here: a label stands in a toast. */
const TITLE_LENGTH = 60;

function shortTitle(title: string): string {
  const characters = Array.from(new Intl.Segmenter().segment(title), ({ segment }) => segment);
  return characters.length <= TITLE_LENGTH
    ? title
    : `${characters
        .slice(0, TITLE_LENGTH - 1)
        .join('')
        .trimEnd()}…`;
}

/** "Dune", "3 books", "12 things". */
function nameItems(items: readonly Pick<Item, 'title' | 'kind'>[]): string {
  const [first] = items;
  if (items.length === 1 && first !== undefined) return shortTitle(first.title);
  return countItems(items);
}

/** "1 book", "812 books", "12 things" where kinds differ. */
function countItems(items: readonly Pick<Item, 'kind'>[]): string {
  const [first] = items;
  const same = first !== undefined && items.every((item) => item.kind === first.kind) ? first.kind : 'thing';
  const kind = same === 'movie' ? 'film' : same;
  return `${items.length.toLocaleString()} ${items.length === 1 ? kind : pluralOf(kind)}`;
}

const PLURALS: Readonly<Record<string, string>> = { series: 'series', anime: 'anime', manga: 'manga', other: 'things' };

function pluralOf(kind: string): string {
  return (
    ownValue(PLURALS, kind) ??
    (/(?:[^aeiou]y)$/.test(kind) ? `${kind.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(kind) ? `${kind}es` : `${kind}s`)
  );
}

function personName(person: Pick<Person, 'name' | 'isOwner'>): string {
  return person.isOwner ? 'you' : person.name;
}

const STATUS_WORDS: Readonly<Record<ItemStatus, string>> = {
  none: 'no status',
  wanted: 'wanted',
  'in-progress': 'in progress',
  finished: 'finished',
  abandoned: 'abandoned',
};

export const actionLabels: ActionLabels = {
  itemAdded: ({ title }) => `Added ${shortTitle(title)}`,
  itemEdited: ({ title }) => `Edited ${shortTitle(title)}`,
  itemsRated: (items, rating) =>
    rating === null ? `Cleared the rating of ${nameItems(items)}` : `Rated ${nameItems(items)}`,
  statusSet: (items, status) => `Marked ${nameItems(items)} as ${STATUS_WORDS[status]}`,
  itemsTagged: (items, tags) => `Tagged ${nameItems(items)} with ${tags.join(', ')}`,
  tagsRemoved: (items, tags) => `Took ${tags.join(', ')} off ${nameItems(items)}`,
  shelvesMoved: (shelves, items) =>
    `Moved ${counted(shelves, 'shelf', 'shelves')} of ${nameItems(items)} out of the tags`,
  gapsFilled: (items) =>
    items.length === 0 ? 'There was nothing left to fill in' : `Filled in ${nameItems(items)} from the catalogue`,
  notInCatalogue: ({ title }) => `Noted: ${shortTitle(title)} is not the one in the catalogue`,
  thingsMerged: (items) => {
    const [first] = items;
    return items.length === 1 && first !== undefined
      ? `Put together: ${shortTitle(first.title)}`
      : `Put together ${countItems(items)} that were there twice`;
  },
  saidDifferent: (pairs) => {
    const [first] = pairs;
    if (pairs.length !== 1 || first === undefined)
      return `Noted of ${counted(pairs.length, 'pair')}: two different things`;
    const [one, other] = first.map(({ title }) => shortTitle(title));
    return one === other
      ? `Noted: there are two things called ${one ?? ''}`
      : `Noted: ${one ?? ''} and ${other ?? ''} are two things`;
  },
  pastedIntoLibrary: (items) =>
    items.length === 0 ? 'Everything was there already' : `Added ${nameItems(items)} from a pasted list`,
  lovesPasted: (friend, items) => `Noted: ${friend.name} loves ${nameItems(items)}`,
  itemsTrashed: (items) => `Moved ${nameItems(items)} to the trash`,

  friendAdded: ({ name }) => `Added ${name}`,
  friendEdited: ({ name }) => `Edited ${name}`,
  friendArchived: ({ name }) => `Archived ${name}`,
  friendUnarchived: ({ name }) => `Brought ${name} back from the archive`,
  friendTrashed: ({ name }) => `Moved ${name} to the trash`,
  weightPinned: (person, feature, logOdds) => {
    const subject = feature.slice(feature.indexOf(':') + 1);
    return logOdds === null
      ? `Let ${subject} be learned again for ${personName(person)}`
      : `Pinned ${subject} for ${personName(person)}`;
  },
  learningReset: (person) => `Forgot what was learned of ${personName(person)}`,
  dialsSet: (person) => `Set the dials for ${personName(person)}`,

  tasteNoted: (person, item, event) => `Noted: ${statementText(person, item, event)}`,
  tasteTakenBack: (person, item, event) => `Took back: ${statementText(person, item, event)}`,

  itemShared: (item, person) => `Shared ${shortTitle(item.title)} with ${person.name}`,
  outcomeRecorded: (item, person, outcome) =>
    outcome === null
      ? `Cleared what ${person.name} made of ${shortTitle(item.title)}`
      : `Noted: ${statementText(person, item, { type: 'reacted', outcome })}`,
  shareNoteEdited: (item, person) => `Edited the note on ${shortTitle(item.title)} for ${person.name}`,
  shareTrashed: (item, person) => `Moved the share of ${shortTitle(item.title)} with ${person.name} to the trash`,
  shareTitle: (item, person) => `${item.title} → ${person.name}`,

  listCreated: ({ title }) => `Created the list ${shortTitle(title)}`,
  listEdited: ({ title }) => `Edited the list ${shortTitle(title)}`,
  listTrashed: ({ title }) => `Moved the list ${shortTitle(title)} to the trash`,
  entriesAdded: ({ title }, count) => `Added ${count === 1 ? '1 thing' : `${count} things`} to ${shortTitle(title)}`,
  entryMoved: ({ title }) => `Reordered ${shortTitle(title)}`,
  entryAnnotated: ({ title }) => `Edited a line in ${shortTitle(title)}`,
  entryRemoved: ({ title }) => `Took 1 thing off ${shortTitle(title)}`,

  restored: (title) => `Restored ${shortTitle(title)} from the trash`,
  caughtUp: (at) => `Brought in changes up to ${dayAndTime.format(at)} that were kept outside this window`,
  libraryRestored: (at) => `Restored the library of ${dayAndTime.format(at)}`,
  libraryMerged: (at) => `Added what the library of ${dayAndTime.format(at)} had`,
  broughtBack: (title, at, leftOut) =>
    `Brought back ${shortTitle(title)} as of ${dayAndTime.format(at)}${leftOut === 0 ? '' : `, without ${counted(leftOut, 'statement')} about things that are gone`}`,
  imported: importLabel,
  sampleAdded: (added) => (added ? 'Added the sample library' : 'The sample library is here already'),
  sampleRemoved: ({ things, friends, kept }) =>
    `Removed the sample library (${things} things, ${friends} friends)${kept === 0 ? '' : `; kept ${kept} that your own friends or lists use`}`,
  nothingHadChanged: 'Nothing had changed',
};

function importLabel({ source, sourceLabel, additions, changes, list }: ImportPlan): string {
  if (list !== null) return `Imported the list ${shortTitle(list.title)}`;
  const from = source === 'csv' ? 'a CSV file' : (knownSourceName(source) ?? sourceLabel).replace(/^A (?=[a-z])/, 'a ');
  const added =
    additions.length > 0 ? `Imported ${countItems(additions.map((addition) => addition.draft))} from ${from}` : null;
  const updated = changes.length > 0 ? counted(changes.length, 'thing') : null;
  if (added !== null) return updated === null ? added : `${added}, updated ${updated}`;
  return updated === null ? `Found nothing new from ${from}` : `Updated ${updated} from ${from}`;
}

/** What a person and a thing have to do with each other: "Ana loved Dune". */
function statementText(
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
