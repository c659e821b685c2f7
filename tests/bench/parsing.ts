import { HandpickedDatabase } from '../../renderer/src/data/database';
import { NEUTRAL_DIALS } from '../../renderer/src/domain/dials/dials';
import { tasteEventSchema, type TasteEvent } from '../../renderer/src/domain/event';
import { eventId, itemId, OWNER_ID } from '../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../renderer/src/domain/item';
import { itemSchema } from '../../renderer/src/domain/item-fields/item-schema';
import { libraryItemOf } from '../../renderer/src/domain/item-fields/library-item';
import { NO_LEARNING_SETTINGS } from '../../renderer/src/domain/learning';
import { parserOf } from '../../renderer/src/domain/parsing';
import { RECOMMENDER_METHODS } from '../../renderer/src/domain/ports/recommender';
import type { PicksRequest } from '../../renderer/src/domain/recommendation-request';
import { tasteHistory } from '../../renderer/src/domain/taste-history';
import type { TasteProfile } from '../../renderer/src/domain/taste-profile';
import { requestParsers } from '../../renderer/src/workers/method-parsers';
import type { Measure } from './kernels';
import { median, timed } from './median';

const ROWS = 100_000;
const EVENTS = 2_000;
const RUNS = 7;
const DAY = 86_400_000;

/** What it costs to parse what arrives in the worker and what is read, beside the copy that is made of it anyway. */
export async function parsingMeasures(clock: () => number): Promise<readonly Measure[]> {
  const items = inventedItems(ROWS);
  const events = inventedEvents(ROWS);
  const forWorker = { items: items.map(libraryItemOf) };
  const { setLibrary, picks } = requestParsers(RECOMMENDER_METHODS);
  const question = questionAbout(items, events.slice(0, EVENTS));
  return [
    await besideCopy('parse 100,000 items on arrival in the worker', forWorker, setLibrary, clock),
    await besideCopy(
      'parse a question with 100,000 candidates and two profiles of 2,000 events',
      question,
      picks,
      clock,
    ),
    await besideCopy('parse 100,000 items of the database', items, eachWith(parserOf(itemSchema)), clock),
    await besideCopy('parse 100,000 events of the database', events, eachWith(parserOf(tasteEventSchema)), clock),
  ];
}

/** Whole tables read from a real database, parsed and as they are. Leaves no database behind. */
export async function readingMeasures(clock: () => number): Promise<readonly Measure[]> {
  const database = new HandpickedDatabase('parsing-bench');
  try {
    await database.open();
    await database.items.bulkAdd(inventedItems(ROWS));
    await database.events.bulkAdd(inventedEvents(ROWS));
    const measures: Measure[] = [];
    for (const table of [database.items, database.events]) {
      const read = (unparsed: boolean) => async () =>
        await database.transaction('r', table, async () => {
          if (unparsed) database.skipParsing();
          return await table.toArray();
        });
      // By turns: what else the machine does meets both alike.
      const times: { readonly parsed: number[]; readonly unparsed: number[] } = { parsed: [], unparsed: [] };
      for (let run = 0; run < RUNS; run++) {
        times.parsed.push(...(await timed(clock, run === 0 ? 1 : 0, 1, read(false))));
        times.unparsed.push(...(await timed(clock, run === 0 ? 1 : 0, 1, read(true))));
      }
      measures.push({
        name: `read 100,000 ${table.name} from the database`,
        milliseconds: median(times.parsed),
        runs: RUNS,
        beside: [{ name: 'unparsed', milliseconds: median(times.unparsed) }],
      });
    }
    return measures;
  } finally {
    await database.delete();
  }
}

async function besideCopy<T>(
  name: string,
  value: T,
  parse: (value: T) => unknown,
  clock: () => number,
): Promise<Measure> {
  const times = await timed(clock, 2, RUNS, () => parse(value));
  const copies = await timed(clock, 1, RUNS, () => structuredClone(value));
  return {
    name,
    milliseconds: median(times),
    runs: RUNS,
    beside: [{ name: 'its structured clone', milliseconds: median(copies) }],
  };
}

const eachWith =
  (parse: (row: unknown) => unknown) =>
  (rows: readonly unknown[]): void => {
    for (const row of rows) if (parse(row) === undefined) throw new Error('a row of the bench does not parse');
  };

function inventedItems(count: number): readonly Item[] {
  return Array.from({ length: count }, (_, index) =>
    completeItem(
      {
        kind: 'book',
        title: `Title ${String(index)}`,
        creators: [`Maker ${String(index % 1000)}`],
        tags: ['fantasy', 'adventure', `shelf ${String(index % 50)}`],
        series: index % 3 === 0 ? { name: `Series ${String(index % 500)}`, position: 1 + (index % 7) } : null,
        crowd: { rating: 0.5 + (index % 50) / 100, count: index },
        identifiers: { goodreads: String(index), isbn13: `978${String(index).padStart(10, '0')}` },
        ownRating: (index % 6) / 5,
        status: 'finished',
        finishedAt: index * DAY,
        source: 'goodreads',
      },
      itemId(`item-${String(index)}`),
      DAY,
    ),
  );
}

function inventedEvents(count: number): readonly TasteEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    id: eventId(`event-${String(index)}`),
    personId: OWNER_ID,
    itemId: itemId(`item-${String(index)}`),
    type: 'rated',
    rating: (index % 6) / 5,
    at: index * DAY,
    recordedAt: DAY,
    source: 'goodreads',
    otherItemId: null,
    outcome: null,
    shareId: null,
  }));
}

function questionAbout(items: readonly Item[], events: readonly TasteEvent[]): PicksRequest {
  const profile: TasteProfile = {
    personId: OWNER_ID,
    events: tasteHistory(events),
    reactions: events,
    excludedItemIds: events.map((event) => event.itemId),
    likedTags: [],
    avoidedTags: [],
    learning: NO_LEARNING_SETTINGS,
  };
  return {
    profile,
    others: [profile],
    candidates: items.map(({ id, ownRating }) => ({ itemId: id, ownRating })),
    count: 5,
    now: DAY,
    dials: NEUTRAL_DIALS,
    purpose: 'send',
    wildcardSeed: 1,
  };
}
