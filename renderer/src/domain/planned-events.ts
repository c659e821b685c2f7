import { completeEvent, type TasteEvent, type TasteEventDraft } from './event';
import { eventId, OWNER_ID, type ItemId } from './ids';
import type { PlannedChange } from './import-plan';
import type { IdSource } from './ports/clock';

/** What the events of an import have in common. */
export interface EventsOf {
  readonly itemId: ItemId;
  /** The import source. */
  readonly source: string;
  readonly newId: IdSource;
  /** Epoch milliseconds. */
  readonly now: number;
}

type Stated = Omit<TasteEventDraft, 'itemId'>;

const written = (stated: Stated, { itemId, source, newId, now }: EventsOf): TasteEvent =>
  completeEvent({ source, at: null, ...stated, itemId }, eventId(newId()), now);

/** The ratings that do not count, and the other days on which the thing was finished. */
export const eventsBeside = (
  { earlierRatings = [], finishedOn = [] }: Pick<PlannedChange, 'earlierRatings' | 'finishedOn'>,
  of: EventsOf,
): readonly TasteEvent[] => [
  ...earlierRatings.map((rating) => ({ ...written(rating, of), recordedAt: rating.recordedAt })),
  ...finishedOn.map((at) => written({ personId: OWNER_ID, type: 'finished', at }, of)),
];

/** All that an addition or a change states of the owner; what counts comes first. */
export const plannedEvents = (
  planned: Pick<PlannedChange, 'event' | 'earlierRatings' | 'finishedOn'>,
  of: EventsOf,
): readonly TasteEvent[] => [
  ...(planned.event === null ? [] : [written(planned.event, of)]),
  ...eventsBeside(planned, of),
];
