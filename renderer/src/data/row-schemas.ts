import { z } from 'zod';
import { tasteEventSchema } from '../domain/event';
import { wildcardRecordSchema } from '../domain/exploration';
import { entryIdSchema, itemIdSchema, listIdSchema, personIdSchema } from '../domain/ids';
import { itemSchema } from '../domain/item-fields/item-schema';
import type { Fields } from '../domain/parsing';
import { personSchema } from '../domain/person';
import { listEntrySchema, recommendationListSchema } from '../domain/recommendation-list';
import { ACTION_KINDS } from '../domain/ports/journal';
import { TRASHED_TYPES } from '../domain/ports/trash-repository';
import { shareSchema } from '../domain/share';
import {
  JOURNALED_TABLES,
  KEPT_TABLES,
  type ActionChangeRow,
  type ActionRow,
  type ListPlace,
  type OutboxRow,
  type OutsideRow,
  type SettingRow,
  type StoredSlate,
  type TableRows,
  type TrashRow,
} from './schema';

const trashRowSchema: z.ZodType<TrashRow> = z.object({
  id: entryIdSchema,
  type: z.enum(TRASHED_TYPES),
  title: z.string(),
  deletedAt: z.number(),
  key: z.string(),
  items: z.array(itemSchema),
  people: z.array(personSchema),
  events: z.array(tasteEventSchema),
  shares: z.array(shareSchema),
  lists: z.array(recommendationListSchema),
  places: z.array(
    z.object({ listId: listIdSchema, index: z.number(), entry: listEntrySchema } satisfies Fields<ListPlace>),
  ),
} satisfies Fields<TrashRow>);

const slateSchema: z.ZodType<StoredSlate> = z.object({
  id: z.string(),
  personId: personIdSchema,
  createdAt: z.number(),
  modelVersion: z.string().nullable(),
  itemIds: z.array(itemIdSchema),
  wildcard: wildcardRecordSchema,
} satisfies Fields<StoredSlate>);

const actionSchema: z.ZodType<ActionRow> = z.object({
  id: z.exactOptional(z.number()),
  label: z.string(),
  at: z.number(),
  kind: z.exactOptional(z.enum(ACTION_KINDS)),
  undoneOrder: z.number().nullable(),
} satisfies Fields<ActionRow>);

/**
 * Images are no deeper than this: undo moves them between the journal and their table as they are, and each is parsed
 * where it is read from its table afterwards. One damaged image must not keep the rest of its action from being undone.
 */
const image = z.custom<NonNullable<ActionChangeRow['images']>[number]>(
  (value) => value === null || (value instanceof Object && 'id' in value && typeof value.id === 'string'),
);
export const actionChangeSchema: z.ZodType<ActionChangeRow> = z.object({
  id: z.exactOptional(z.number()),
  actionId: z.number(),
  table: z.enum(JOURNALED_TABLES),
  keys: z.array(z.string()),
  images: z.array(image).nullable(),
} satisfies Fields<ActionChangeRow>);

const settingSchema: z.ZodType<SettingRow> = z.object({
  key: z.string(),
  // Parsed setting by setting, see settings-repository.ts.
  value: z.unknown(),
} satisfies Fields<SettingRow>);

const outboxSchema: z.ZodType<OutboxRow> = z.object({
  id: z.exactOptional(z.number()),
  at: z.number(),
  table: z.enum(KEPT_TABLES),
  keys: z.array(z.string()),
  // Rows of earlier builds have none.
  token: z.string().default(''),
} satisfies Fields<OutboxRow>);

const outsideSchema: z.ZodType<OutsideRow> = z.object({
  key: z.literal('library'),
  libraryId: z.string().min(1),
  journalId: z.string().min(1),
  appliedSequence: z.number().int().min(0),
} satisfies Fields<OutsideRow>);

/** How a row of each table is parsed when it is read. */
export const ROW_SCHEMAS: { readonly [Table in keyof TableRows]: z.ZodType<TableRows[Table]> } = {
  items: itemSchema,
  people: personSchema,
  events: tasteEventSchema,
  shares: shareSchema,
  lists: recommendationListSchema,
  trash: trashRowSchema,
  slates: slateSchema,
  actions: actionSchema,
  actionChanges: actionChangeSchema,
  settings: settingSchema,
  outbox: outboxSchema,
  outside: outsideSchema,
};
