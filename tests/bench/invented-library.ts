import { ARCHIVED_TABLES } from '../../renderer/src/data/archived-tables';
import { MIGRATIONS } from '../../renderer/src/data/migrations/migrations';
import { eventId, itemId, OWNER_ID, personId } from '../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../renderer/src/domain/item';
import type { TasteEvent } from '../../renderer/src/domain/event';
import { ArchiveWriter } from '../../renderer/src/exporting/archive/archive-writer';
import { archiveReadme } from '../../renderer/src/text/archive-readme';

const START = Date.UTC(2006, 0, 1);
const HOUR = 3_600_000;
const ROWS_AT_ONCE = 5_000;
const KINDS = ['book', 'movie', 'album'];
const TAGS = ['drama', 'comedy', 'history', 'fantasy', 'jazz'];
const DIGITS = 8;

const numbered = (index: number): string => String(index).padStart(DIGITS, '0');

function item(index: number): Item {
  const draft = {
    kind: KINDS[index % KINDS.length] ?? 'book',
    title: `The ${TAGS[index % TAGS.length] ?? ''} of number ${String(index)}`,
    creators: [`Maker ${String(index % 9_973)}`],
    year: 1950 + (index % 75),
    tags: [TAGS[index % TAGS.length] ?? '', TAGS[(index * 7) % TAGS.length] ?? ''],
    ownRating: (index % 11) / 10,
    inLibrary: true,
  };
  return completeItem(draft, itemId(`item-${numbered(index)}`), START + index * HOUR);
}

export function eventOf(index: number, things = 1): TasteEvent {
  const at = START + index * (HOUR / 10);
  return {
    id: eventId(`event-${numbered(index)}`),
    personId: OWNER_ID,
    itemId: itemId(`item-${numbered(index % things)}`),
    type: 'rated',
    rating: (index % 11) / 10,
    at,
    recordedAt: at,
    source: 'manual',
    otherItemId: null,
    outcome: null,
    shareId: null,
  };
}

/** An archive of a library that nobody has: so many things and events, the same bytes each time. */
export function inventedArchive(things: number, events: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  const writer = new ArchiveWriter({
    heading: {
      programVersion: 'bench',
      madeAt: START,
      reason: 'person',
      libraryId: 'bench',
      journalId: null,
      journalSequence: null,
      databaseVersion: MIGRATIONS.length,
    },
    readme: archiveReadme,
    tables: ARCHIVED_TABLES,
    emit: (bytes) => pieces.push(bytes),
  });
  const add = (table: string, count: number, row: (index: number) => object): void => {
    for (let from = 0; from < count; from += ROWS_AT_ONCE)
      writer.addRows(
        table,
        Array.from({ length: Math.min(ROWS_AT_ONCE, count - from) }, (_, index) => row(from + index)),
      );
  };
  add('items', things, item);
  add('people', 1, () => ({
    id: personId('person-ada'),
    name: 'Ada',
    isOwner: false,
    likedTags: [],
    avoidedTags: [],
    learning: { pinned: {}, since: null },
    dials: null,
    note: null,
    email: null,
    source: 'manual',
    createdAt: START,
    archivedAt: null,
  }));
  add('events', events, (index) => eventOf(index, things));
  const manifest = writer.finish();
  const damaged = manifest.parts.find(({ file }) => file.startsWith('damaged'))?.rows ?? 0;
  // A mistake here: a row that does not fit its table would be measured as something else.
  if (damaged > 0) throw new Error(`${String(damaged)} invented rows do not fit their tables.`);
  return Buffer.concat(pieces);
}
