import { createContext, useContext } from 'react';
import type { HostApi } from '../../../electron/host-contract';
import type { Dials } from '../domain/dials';
import type { TasteEvent, TasteEventType } from '../domain/event';
import type { WildcardOutcome } from '../domain/exploration';
import type { ActionId, EntryId, EventId, ItemId, ListId, PersonId, ShareId } from '../domain/ids';
import type { Item, ItemDraft, ItemPatch, ItemStatus } from '../domain/item';
import type { Person, PersonDraft, PersonPatch } from '../domain/person';
import type { PortableList } from '../domain/portable-list';
import type { Slate } from '../domain/recommendation';
import type { RecommendationList } from '../domain/recommendation-list';
import type { Outcome, Share, ShareDraft } from '../domain/share';
import type { TasteProfile } from '../domain/taste-profile';
import type { ImportPlan } from '../importing/import-plan';
import type { RecommenderPort } from '../workers/recommender-contract';
import type { LibraryIndex } from './library-index';

/** Every write that changes data answers with the action it was, so that the window can offer to undo it. */
export interface ActionReceipt {
  readonly actionId: ActionId;
  /** In words, past tense: "Rated Dune". */
  readonly label: string;
}
export interface Created<Id> extends ActionReceipt {
  readonly id: Id;
}

export interface ItemsRepository {
  all(): Promise<readonly Item[]>;
  byId(id: ItemId): Promise<Item | undefined>;
  byIds(ids: readonly ItemId[]): Promise<readonly Item[]>;
  addItem(draft: ItemDraft): Promise<Created<ItemId>>;
  editItem(id: ItemId, patch: ItemPatch): Promise<ActionReceipt>;
  /** Rates and keeps the dated event; null clears. */
  rateItems(ids: readonly ItemId[], rating: number | null): Promise<ActionReceipt>;
  setStatus(ids: readonly ItemId[], status: ItemStatus): Promise<ActionReceipt>;
  /** Additive: never touches other tags. */
  addTags(ids: readonly ItemId[], tags: readonly string[]): Promise<ActionReceipt>;
  removeTags(ids: readonly ItemId[], tags: readonly string[]): Promise<ActionReceipt>;
  moveToTrash(ids: readonly ItemId[]): Promise<ActionReceipt>;
  /** Items added, changed or gone, after each commit; returns the unsubscribe function. */
  onChange(
    listener: (change: { readonly upserts: readonly Item[]; readonly removals: readonly ItemId[] }) => void,
  ): () => void;
}

export interface PeopleRepository {
  friends(options?: { readonly includeArchived?: boolean }): Promise<readonly Person[]>;
  byId(id: PersonId): Promise<Person | undefined>;
  /** With what is known of them from the start, as one action. */
  addFriend(
    draft: PersonDraft,
    tastes?: readonly { readonly itemId: ItemId; readonly type: TasteEventType }[],
  ): Promise<Created<PersonId>>;
  editFriend(id: PersonId, patch: PersonPatch): Promise<ActionReceipt>;
  archiveFriend(id: PersonId): Promise<ActionReceipt>;
  unarchiveFriend(id: PersonId): Promise<ActionReceipt>;
  /** Fixes what is learned of one feature (by its name, see `LearnedWeight`) at this log-odds; null lets it learn again. Of the owner too. */
  pinWeight(id: PersonId, feature: string, logOdds: number | null): Promise<ActionReceipt>;
  /** Learns anew from what is recorded from now on, without pins; the record itself stays. Of the owner too. */
  resetLearning(id: PersonId): Promise<ActionReceipt>;
  /** How picks are to lean from now on. Of the owner too. */
  setDials(id: PersonId, dials: Dials): Promise<ActionReceipt>;
  /** The friend with events and shares, to the trash. */
  moveToTrash(id: PersonId): Promise<ActionReceipt>;
}

export interface TasteRepository {
  /** Oldest first. */
  eventsOf(id: PersonId): Promise<readonly TasteEvent[]>;
  eventsAbout(id: ItemId): Promise<readonly TasteEvent[]>;
  /** Replaces an earlier statement of the same person about the same item, if it was a statement too. */
  recordTaste(event: {
    readonly personId: PersonId;
    readonly itemId: ItemId;
    readonly type: TasteEventType;
    readonly rating?: number | null;
  }): Promise<ActionReceipt>;
  removeEvent(id: EventId): Promise<ActionReceipt>;
  /** Events, reactions, exclusions (known, sent, declined, postponed for 30 days), tags and pins of a person. */
  profileOf(id: PersonId, now: number): Promise<TasteProfile>;
  profilesOfFriends(now: number): Promise<readonly TasteProfile[]>;
}

/** Keeps what stood in randomised places: a log that the program writes, so neither undone nor redone. */
export interface SlatesRepository {
  /** Keeps a slate that has a wildcard; the same one shown again within a day is no second showing. */
  record(slate: Slate, personId: PersonId): Promise<void>;
  /**
   * Every wildcard shown to a person who is there, oldest first, with what became of it afterwards. Only known rewards
   * count: 1 = liked (in answer to a share, or by the owner), 0 = not liked, declined or known already, null = nothing
   * said yet (ignored, postponed, sent without an answer). One answer rewards one showing, the last before it.
   */
  wildcardOutcomes(): Promise<readonly WildcardOutcome[]>;
}

export interface SharesRepository {
  shareItem(draft: ShareDraft): Promise<Created<ShareId>>;
  /** null = "no answer yet" again. Also keeps (or removes) the friend's `reacted` event. */
  recordOutcome(id: ShareId, outcome: Outcome | null): Promise<ActionReceipt>;
  editNote(id: ShareId, note: string): Promise<ActionReceipt>;
  all(): Promise<readonly Share[]>;
  withPerson(id: PersonId): Promise<readonly Share[]>;
  ofItem(id: ItemId): Promise<readonly Share[]>;
  moveToTrash(id: ShareId): Promise<ActionReceipt>;
}

export interface ListsRepository {
  all(): Promise<readonly RecommendationList[]>;
  byId(id: ListId): Promise<RecommendationList | undefined>;
  createList(draft: {
    readonly title: string;
    readonly description?: string;
    readonly itemIds?: readonly ItemId[];
  }): Promise<Created<ListId>>;
  editList(id: ListId, patch: { readonly title?: string; readonly description?: string }): Promise<ActionReceipt>;
  addItems(id: ListId, itemIds: readonly ItemId[]): Promise<ActionReceipt>;
  /** `toIndex` is the place in the resulting order. */
  moveEntry(id: ListId, entry: EntryId, toIndex: number): Promise<ActionReceipt>;
  annotateEntry(id: ListId, entry: EntryId, annotation: string): Promise<ActionReceipt>;
  removeEntry(id: ListId, entry: EntryId): Promise<ActionReceipt>;
  moveToTrash(id: ListId): Promise<ActionReceipt>;
  /**
   * A list file (see exporting/list-file.ts) as a new list: things the library has are matched and left as they are,
   * the others are added. `keepOpinions` false (default true) leaves out ratings, progress and notes: for a list of somebody else.
   */
  importList(list: PortableList, options?: { readonly keepOpinions?: boolean }): Promise<Created<ListId>>;
}

export interface TrashEntry {
  readonly id: EntryId;
  readonly type: 'item' | 'person' | 'share' | 'list';
  readonly title: string;
  readonly deletedAt: number;
}
export interface TrashRepository {
  all(): Promise<readonly TrashEntry[]>;
  restore(id: EntryId): Promise<ActionReceipt>;
  /** Final, and not undoable: the window asks first. */
  empty(): Promise<void>;
}

/** The last actions, for Ctrl/Cmd+Z. Survives a reload. */
export interface Journal {
  undo(): Promise<ActionReceipt | null>;
  redo(): Promise<ActionReceipt | null>;
  /** Undoes one action by id where nothing later touched the same rows; otherwise throws `invalid-input` saying so. */
  undoAction(id: ActionId): Promise<ActionReceipt>;
  latest(limit: number): Promise<readonly (ActionReceipt & { readonly at: number; readonly undone: boolean })[]>;
}

export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}
export interface ImportsRepository {
  /** One transaction, one action, one undo. A cancel or an error leaves the database as it was. */
  applyImport(
    plan: ImportPlan,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: ImportProgress) => void },
  ): Promise<ActionReceipt>;
}

export interface SampleRepository {
  isInstalled(): Promise<boolean>;
  install(): Promise<ActionReceipt>;
  /** Everything the sample brought, and nothing else. */
  remove(): Promise<ActionReceipt>;
}

export interface Settings {
  readonly colourScheme: 'auto' | 'light' | 'dark';
  /** The scale on which ratings are shown and typed. */
  readonly ratingScale: 'stars-5' | 'halves-5' | 'points-10' | 'points-100';
  /** Soft cap on what one friend is sent in a week. */
  readonly weeklySendCap: number;
  /** 'auto' times WebGPU against WASM. */
  readonly engine: 'auto' | 'wasm';
  /** Signature of drafted messages; may be empty. */
  readonly ownerName: string;
}
export interface SettingsRepository {
  read(): Promise<Settings>;
  update(patch: Partial<Settings>): Promise<void>;
}

/** What the database offers; one class each in data/. */
export interface Repositories {
  readonly items: ItemsRepository;
  readonly people: PeopleRepository;
  readonly taste: TasteRepository;
  readonly shares: SharesRepository;
  readonly slates: SlatesRepository;
  readonly lists: ListsRepository;
  readonly trash: TrashRepository;
  readonly journal: Journal;
  readonly imports: ImportsRepository;
  readonly sample: SampleRepository;
  readonly settings: SettingsRepository;
}

/** All that a page may use. Concrete classes meet in `compose.ts` alone. */
export interface Services extends Repositories {
  readonly library: LibraryIndex;
  readonly recommender: RecommenderPort;
  readonly host: HostApi;
  /** The shipped model's account of itself, in Markdown; throws `model-missing` where it cannot be read. */
  readonly modelCard: () => Promise<string>;
  readonly clock: () => number;
}

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('useServices outside ServicesProvider');
  return services;
}
