import type { TasteEvent } from '../../../domain/event';
import type { HistoryEntry, RowChange } from '../../../domain/history';
import type { ItemId, PersonId } from '../../../domain/ids';
import type { Item } from '../../../domain/item';
import { BLANKS, FIELD_NAMES, type ItemFieldName } from '../../../domain/item-fields/field-names';
import type { Person } from '../../../domain/person';
import { isSameJson } from '../../../domain/same-json';
import type { Share } from '../../../domain/share';
import { friendsText } from '../../../text/friends';
import { historyText } from '../../../text/history';
import { eventWords } from '../../../text/item';
import { itemFieldText } from '../../../text/item-fields';
import { sharesText } from '../../../text/shares';
import { shortFieldWords, shortWords } from '../../../ui/field-words';
import { formatDate, formatRating, type RatingScale } from '../../../ui/format';

export interface HistoryWords {
  readonly scale: RatingScale;
  /** Null in the history of a thing, where every statement is about it. */
  readonly titleOf: ((id: ItemId) => string) | null;
  readonly nameOf: (id: PersonId) => string;
}

/** Told of a new thing; the rest of it stands on its page. */
const TOLD_AT_FIRST = ['ownRating', 'status', 'note', 'privateNote'] as const satisfies readonly ItemFieldName[];

/** When something was added and when the journal has it first, at most this far apart, milliseconds. */
const AT_ONCE = 60_000;

const NOT_IMPORTED: ReadonlySet<string> = new Set(['manual', 'share', 'sample']);

/**
 * What an entry changed, one line each.
 * @param isFirst no older one is kept
 */
export function describeEntry(entry: HistoryEntry, isFirst: boolean, words: HistoryWords): readonly string[] {
  if (entry.standing === 'in-trash') return [historyText.toTrash];
  if (entry.standing === 'gone') return [historyText.gone];
  const ofRows = entry.changes.flatMap((change) => {
    switch (change.table) {
      case 'items':
        return itemLines(change.before, change.after, words);
      case 'people':
        return personLines(change.before, change.after);
      case 'shares':
        return shareLines(change.before, change.after, words);
      case 'events':
        return [];
    }
  });
  return [...beginning(entry, isFirst), ...ofRows, ...eventLines(entry.changes, words)];
}

/** How it came to be there, or that an import changed it. */
function beginning({ at, changes }: HistoryEntry, isFirst: boolean): readonly string[] {
  for (const { table, before, after } of changes) {
    if ((table !== 'items' && table !== 'people') || before !== null || after === null) continue;
    if (!isFirst) return [historyText.backAgain];
    const addedAt = table === 'items' ? after.addedAt : after.createdAt;
    const isNew = Math.abs(at - addedAt) < AT_ONCE;
    return [isNew ? historyText.cameFrom(after.source) : historyText.keptSince(formatDate(addedAt), after.source)];
  }
  const sources = changes.flatMap(({ table, after }) => (table === 'events' && after !== null ? [after.source] : []));
  const imports = [...new Set(sources)].filter((source) => !NOT_IMPORTED.has(source));
  return imports.map(historyText.cameFrom);
}

function itemLines(before: Item | null, after: Item | null, { scale }: HistoryWords): readonly string[] {
  if (after === null) return [];
  const context = { kind: after.kind, scale };
  if (before === null)
    return TOLD_AT_FIRST.flatMap((name) =>
      after[name] === BLANKS[name]
        ? []
        : changeLine(itemFieldText[name].label, null, shortFieldWords(name, after[name], context)),
    );
  const changed = FIELD_NAMES.filter((name) => !isSameJson(before[name], after[name]));
  const lines = changed.flatMap((name) =>
    // What the catalogue filled in is told by the fields that it filled.
    name === 'catalogue' || name === 'twins' || name === 'byHand'
      ? []
      : changeLine(
          itemFieldText[name].label,
          shortFieldWords(name, before[name], context),
          shortFieldWords(name, after[name], context),
        ),
  );
  if (changed.length === 0 || lines.length > 0) return lines;
  return [changed.includes('twins') ? historyText.twins : historyText.inCatalogue];
}

function personLines(before: Person | null, after: Person | null): readonly string[] {
  if (before === null || after === null) return [];
  const lineOf = (label: string, textOf: (person: Person) => string | null): readonly string[] => {
    const [old, next] = [textOf(before) ?? '', textOf(after) ?? ''];
    return old === next ? [] : changeLine(label, shortWords(old) || null, shortWords(next) || null);
  };
  return [
    ...lineOf(friendsText.name, ({ name }) => name),
    ...lineOf(friendsText.likedTags, ({ likedTags }) => likedTags.join(', ')),
    ...lineOf(friendsText.avoidedTags, ({ avoidedTags }) => avoidedTags.join(', ')),
    ...lineOf(friendsText.note, ({ note }) => note),
    ...lineOf(friendsText.email, ({ email }) => email),
    ...(before.archivedAt === after.archivedAt
      ? []
      : [after.archivedAt === null ? historyText.unarchived : historyText.archived]),
    ...(isSameJson(before.dials, after.dials) ? [] : [historyText.dials]),
    ...(isSameJson(before.learning, after.learning) ? [] : [historyText.weights]),
  ];
}

/** Of a value that is another; its words may be the same. */
function changeLine(label: string, old: string | null, next: string | null): readonly string[] {
  if (old === next) return [historyText.changed(label)];
  if (next === null) return [historyText.removed(label)];
  return [old === null ? historyText.set(label, next) : historyText.was(label, old, next)];
}

function shareLines(before: Share | null, after: Share | null, { nameOf }: HistoryWords): readonly string[] {
  if (after === null) return before === null ? [] : [historyText.unshared(nameOf(before.personId))];
  const name = nameOf(after.personId);
  const answer = after.outcome === null ? null : historyText.answer(name, sharesText.outcome[after.outcome]);
  if (before === null)
    return [historyText.shared(name, sharesText.via[after.via]), ...(answer === null ? [] : [answer])];
  return [
    ...(before.outcome === after.outcome ? [] : [answer ?? historyText.answerCleared(name)]),
    ...(before.note === after.note ? [] : [historyText.shareNote(name)]),
  ];
}

/** Statements; one that took another's place is one line. */
function eventLines(changes: readonly RowChange[], { scale, titleOf }: HistoryWords): readonly string[] {
  const wordsOf = (event: TasteEvent): string => {
    const said = eventWords(event, event.rating === null ? null : formatRating(event.rating, scale));
    return titleOf === null ? said : historyText.about(titleOf(event.itemId), said);
  };
  const events = changes
    .filter((change) => change.table === 'events')
    .filter((change) => !isToldByRow(change, changes));
  const added = events.flatMap(({ before, after }) => (before === null && after !== null ? [after] : []));
  const removed = events.flatMap(({ before, after }) => (after === null && before !== null ? [before] : []));
  const lines = added.map((event) => {
    const place = removed.findIndex(({ itemId }) => itemId === event.itemId);
    const [old] = place === -1 ? [] : removed.splice(place, 1);
    const isOther = old !== undefined && wordsOf(old) !== wordsOf(event);
    return isOther ? historyText.notedInstead(wordsOf(old), wordsOf(event)) : historyText.noted(wordsOf(event));
  });
  return [...lines, ...removed.map((event) => historyText.takenBack(wordsOf(event)))];
}

/** The owner's rating and progress stand in the thing's row, too. */
function isToldByRow(event: Extract<RowChange, { readonly table: 'events' }>, changes: readonly RowChange[]): boolean {
  const type = (event.after ?? event.before)?.type;
  const row = changes.find((change) => change.table === 'items');
  if (row === undefined) return false;
  const { before, after } = row;
  if (type === 'rated') return (before?.ownRating ?? null) !== (after?.ownRating ?? null);
  const isProgress = type === 'finished' || type === 'abandoned' || type === 'wanted';
  return isProgress && (before?.status ?? 'none') !== (after?.status ?? 'none');
}
