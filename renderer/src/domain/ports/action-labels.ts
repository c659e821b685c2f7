import type { TasteEvent } from '../event';
import type { ImportPlan } from '../import-plan';
import type { Item } from '../item';
import type { ItemStatus } from '../item-values';
import type { Person } from '../person';
import type { RecommendationList } from '../recommendation-list';
import type { Outcome } from '../share';

type Thing = Pick<Item, 'title' | 'kind'>;
type Named = Pick<Person, 'name' | 'isOwner'>;
type Titled = Pick<RecommendationList, 'title'>;

/**
 * What each action is called, past tense: "Rated Dune". The database stores the sentence with the action and shows it
 * in undo and in messages; the words themselves are in text/.
 */
export interface ActionLabels {
  readonly itemAdded: (item: Thing) => string;
  readonly itemEdited: (item: Thing) => string;
  /** null: the rating was cleared. */
  readonly itemsRated: (items: readonly Thing[], rating: number | null) => string;
  readonly statusSet: (items: readonly Thing[], status: ItemStatus) => string;
  readonly itemsTagged: (items: readonly Thing[], tags: readonly string[]) => string;
  readonly tagsRemoved: (items: readonly Thing[], tags: readonly string[]) => string;
  /** @param shelves how many different ones */
  readonly shelvesMoved: (shelves: number, items: readonly Thing[]) => string;
  /** Blanks of these things were filled in from the catalogue. */
  readonly gapsFilled: (items: readonly Thing[]) => string;
  /** The owner said that this thing is another than the one of the catalogue. */
  readonly notInCatalogue: (item: Thing) => string;
  /** Of two things one was made: what stayed of each. */
  readonly thingsMerged: (items: readonly Thing[]) => string;
  /** The owner said of these pairs that they are two things each. */
  readonly saidDifferent: (pairs: readonly (readonly [Thing, Thing])[]) => string;
  /** Lines that were pasted are things of the library now. */
  readonly pastedIntoLibrary: (items: readonly Thing[]) => string;
  /** A friend loves these, as pasted. */
  readonly lovesPasted: (friend: Named, items: readonly Thing[]) => string;
  readonly itemsTrashed: (items: readonly Thing[]) => string;
  /** Changes that were kept outside the database are in it now. @param at when the newest of them was made */
  readonly caughtUp: (at: number) => string;
  /** The library is again as a snapshot or an archive of that time has it. */
  readonly libraryRestored: (at: number) => string;
  /** What an archive of that time has and the library had not was added. */
  readonly libraryMerged: (at: number) => string;
  /**
   * A thing or a friend is again as it was at that time.
   * @param leftOut statements about things that are no longer there
   */
  readonly broughtBack: (title: string, at: number, leftOut: number) => string;

  readonly friendAdded: (friend: Named) => string;
  readonly friendEdited: (friend: Named) => string;
  readonly friendArchived: (friend: Named) => string;
  readonly friendUnarchived: (friend: Named) => string;
  readonly friendTrashed: (friend: Named) => string;
  /** @param feature name of the learned weight; `logOdds` null: it is learned again */
  readonly weightPinned: (person: Named, feature: string, logOdds: number | null) => string;
  readonly learningReset: (person: Named) => string;
  readonly dialsSet: (person: Named) => string;

  readonly tasteNoted: (person: Named, item: Thing, event: Pick<TasteEvent, 'type' | 'outcome'>) => string;
  readonly tasteTakenBack: (person: Named, item: Thing, event: Pick<TasteEvent, 'type' | 'outcome'>) => string;

  readonly itemShared: (item: Thing, person: Named) => string;
  /** null: there is no answer again. */
  readonly outcomeRecorded: (item: Thing, person: Named, outcome: Outcome | null) => string;
  readonly shareNoteEdited: (item: Thing, person: Named) => string;
  readonly shareTrashed: (item: Thing, person: Named) => string;
  /** What a share is called in the trash. */
  readonly shareTitle: (item: Thing, person: Named) => string;

  readonly listCreated: (list: Titled) => string;
  readonly listEdited: (list: Titled) => string;
  readonly listTrashed: (list: Titled) => string;
  readonly entriesAdded: (list: Titled, count: number) => string;
  readonly entryMoved: (list: Titled) => string;
  readonly entryAnnotated: (list: Titled) => string;
  readonly entryRemoved: (list: Titled) => string;

  readonly restored: (title: string) => string;
  readonly imported: (plan: ImportPlan) => string;
  /** false: it was there already. */
  readonly sampleAdded: (added: boolean) => string;
  /** @param kept things that own friends or lists use */
  readonly sampleRemoved: (counts: {
    readonly things: number;
    readonly friends: number;
    readonly kept: number;
  }) => string;
  /** Of an action that changed nothing, when it is undone. */
  readonly nothingHadChanged: string;
}
