import { z } from 'zod';

/** Branded ids: a friend's id can never be passed where an item's is meant. Converted only here. */
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type ItemId = Brand<string, 'ItemId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type EventId = Brand<string, 'EventId'>;
export type ShareId = Brand<string, 'ShareId'>;
export type ListId = Brand<string, 'ListId'>;
export type EntryId = Brand<string, 'EntryId'>;
export type ActionId = Brand<number, 'ActionId'>;

export const itemId = (value: string): ItemId => value as ItemId;
export const personId = (value: string): PersonId => value as PersonId;
export const eventId = (value: string): EventId => value as EventId;
export const shareId = (value: string): ShareId => value as ShareId;
export const listId = (value: string): ListId => value as ListId;
export const entryId = (value: string): EntryId => value as EntryId;
export const actionId = (value: number): ActionId => value as ActionId;

/** The owner of the library is a person like any other, with a fixed id. */
export const OWNER_ID = personId('owner');

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
export const itemIdSchema = z.custom<ItemId>(isText);
export const personIdSchema = z.custom<PersonId>(isText);
export const eventIdSchema = z.custom<EventId>(isText);
export const shareIdSchema = z.custom<ShareId>(isText);
export const listIdSchema = z.custom<ListId>(isText);
export const entryIdSchema = z.custom<EntryId>(isText);
