/**
 * `npm run example-picks -- FILE [FILE…] [--model DIR] [--json FILE]`: imports real exports with the app's code, asks
 * for five picks for each of three invented friends, and prints picks, reasons and draft notes in the window's words,
 * and the faults it finds in them. To be read by a person: a pick one would be embarrassed to send is a defect.
 */
import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { NEUTRAL_DIALS } from '../../renderer/src/domain/dials/dials';
import { NO_LEARNING_SETTINGS } from '../../renderer/src/domain/learning';
import { itemId, personId, type ItemId } from '../../renderer/src/domain/ids';
import { completeItem, type Item } from '../../renderer/src/domain/item';
import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import { pickCandidates } from '../../renderer/src/application/picks/candidates';
import { KnownSpellings } from '../../renderer/src/identity/known-spelling';
import { draftNote } from '../../renderer/src/features/slate/notes/draft-note';
import { reasonTexts } from '../../renderer/src/features/slate/reasons/reason-text';
import { plainText } from '../../renderer/src/features/slate/reasons/text-part';
import { createRecommender } from '../../renderer/src/recommend/recommender';
import type { TasteModel } from '../../renderer/src/recommend/model/model-ports';
import { beginAlike, faultsOf } from '../fixtures/note-faults';
import { importedLibrary } from './imported-library';
import { INVENTED_FRIENDS, type InventedFriend } from './invented-friends';
import { openDescribe } from './describing';
import type { Describe } from './describing';
import { openBundle } from './node-model';
import { runThisCommand, WrongUsage } from '../../electron/cli/run-command';

const PICKS = 5;

interface ExamplePick {
  readonly title: string;
  readonly creators: readonly string[];
  readonly year: number | null;
  readonly ownRating: number | null;
  readonly fit: number;
  readonly pKnows: number;
  readonly reasons: readonly string[];
  readonly note: string;
  /** Whatever one would be embarrassed to send (tests/fixtures/note-faults.ts). */
  readonly faults: readonly string[];
}
interface ExampleReport {
  readonly file: string;
  readonly items: number;
  readonly recognised: number;
  readonly friends: readonly {
    readonly name: string;
    readonly eligible: number;
    readonly picks: readonly ExamplePick[];
  }[];
}

async function reportOn(file: string, model: TasteModel, describe: Describe): Promise<ExampleReport> {
  const now = Date.now();
  const { items: library } = await importedLibrary(file, now);
  const kind = library.filter((item) => item.kind === 'book').length > library.length / 2 ? 'book' : 'movie';
  const friends = INVENTED_FRIENDS.filter((friend) => friend.kind === kind);
  // As in the window: an item of the library is picked with its facts; another is typed in.
  const owned = new Map(library.map((item) => [`${item.title.toLowerCase()} ${String(item.year)}`, item.id]));
  const idOf = (friend: number, event: number): ItemId => {
    const facts = friends[friend]?.history[event]?.facts;
    return (
      owned.get(`${facts?.title.toLowerCase() ?? ''} ${String(facts?.year)}`) ?? itemId(`friend-${friend}-${event}`)
    );
  };
  const reference = friends
    .flatMap((friend, at) => friend.history.map(({ facts }, index): LibraryItem => ({ ...facts, id: idOf(at, index) })))
    .filter(({ id }) => !library.some((item) => item.id === id));
  const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => performance.now() });
  await recommender.setLibrary(describe(library));
  const { known } = recommender.recognised();
  await recommender.updateLibrary(describe(reference), []);
  const byId = new Map<ItemId, Item>(
    [...library, ...reference.map((item) => ({ ...completeItem(item, item.id, now), inLibrary: false }))].map(
      (item) => [item.id, item],
    ),
  );
  const spellings = new KnownSpellings(byId.values());
  const answers = [];
  for (const [at, friend] of friends.entries()) answers.push(await picksFor(friend, at));
  return { file: basename(file), items: library.length, recognised: known, friends: answers };

  async function picksFor(friend: InventedFriend, at: number): Promise<ExampleReport['friends'][number]> {
    const slate = await recommender.picks({
      profile: {
        personId: personId(friend.name),
        likedTags: [],
        avoidedTags: [],
        reactions: [],
        learning: NO_LEARNING_SETTINGS,
        events: friend.history.map(({ rating }, index) => ({ itemId: idOf(at, index), rating, at: null })),
        excludedItemIds: friend.history.map((_, index) => idOf(at, index)),
      },
      candidates: pickCandidates(library),
      count: PICKS,
      now,
      others: [],
      dials: NEUTRAL_DIALS,
      purpose: 'send',
      wildcardSeed: null,
    });
    const context = {
      friendName: friend.name.split(' ')[0] ?? friend.name,
      itemsById: byId,
      spellings,
      formatRating: (rating: number) => `${Math.round(rating * 10)} of 10`,
    };
    const titles = [...byId.values()].map(({ title }) => title).toSorted((left, right) => right.length - left.length);
    const picks = slate.recommendations.map((pick): ExamplePick => {
      const item = library.find(({ id }) => id === pick.itemId);
      if (item === undefined) throw new Error(`a pick is not in the library: ${pick.itemId}`);
      const reasons = reasonTexts(pick, { ...context, item }).map(plainText);
      const { friendName } = context;
      const note = draftNote({
        item,
        friendNames: [friendName],
        reasons: pick.reasons,
        itemsById: byId,
        spellings,
        ownerName: '',
      });
      return {
        title: item.title,
        creators: item.creators,
        year: item.year,
        ownRating: item.ownRating,
        fit: pick.fit,
        pKnows: pick.pKnows,
        reasons,
        note,
        faults: faultsOf({ item, reasons: pick.reasons, reasonTexts: reasons, note }, titles),
      };
    });
    return { name: friend.name, eligible: slate.eligibleCount, picks };
  }
}

function print(report: ExampleReport): void {
  console.log(
    `\n${report.file}: ${report.items} items, ${report.recognised} recognised (${Math.round((100 * report.recognised) / Math.max(1, report.items))} %)`,
  );
  for (const { name, eligible, picks } of report.friends) {
    console.log(`  ${name}, out of ${eligible}`);
    for (const pick of picks) {
      const by = pick.creators.length === 0 ? '' : ` by ${pick.creators[0]}`;
      console.log(
        `    ${pick.title}${by}${pick.year === null ? '' : ` (${pick.year})`}  fit ${Math.round(pick.fit * 100)}, knows it ${Math.round(pick.pKnows * 100)} %`,
      );
      for (const reason of pick.reasons) console.log(`        ${reason}`);
      console.log(`        » ${pick.note.replace(/\s+/gu, ' ')}`);
      for (const fault of pick.faults) console.log(`        FAULT: ${fault}`);
    }
    if (beginAlike(picks.map(({ note }) => note))) console.log('    FAULT: all notes begin alike');
  }
}

const USAGE = `Usage: npm run example-picks -- FILE [FILE…] [options]
  --model DIR           another bundle than models/taste
  --catalogue DIR|off   another catalogue than models/catalogue, or none
  --json FILE           the reports as JSON`;
const text = { type: 'string' } as const;
const OPTIONS = { model: text, catalogue: text, json: text };

async function show(
  positionals: readonly string[],
  values: Readonly<Partial<Record<keyof typeof OPTIONS, string>>>,
): Promise<void> {
  if (positionals.length === 0) throw new WrongUsage('No file is named.');
  const folder = values.model ?? resolve(import.meta.dirname, '../../models/taste');
  const model = await openBundle(folder);
  const describe = await openDescribe(
    values.catalogue === 'off' ? null : (values.catalogue ?? resolve(import.meta.dirname, '../../models/catalogue')),
  );
  const reports = [];
  for (const file of positionals) {
    const report = await reportOn(file, model, describe);
    print(report);
    reports.push(report);
  }
  if (values.json !== undefined) await writeFile(values.json, JSON.stringify(reports, null, 2));
}

await runThisCommand({
  usage: USAGE,
  options: OPTIONS,
  takesFiles: true,
  run: ({ values, positionals }) => show(positionals, values),
});
