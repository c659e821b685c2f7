import { z } from 'zod';
import { storedDialsSchema } from './dials/dials';
import type { Dials } from './dials/dials';
import { personIdSchema } from './ids';
import type { PersonId } from './ids';
import { learningSettingsSchema } from './learning';
import type { LearningSettings } from './learning';
import type { Fields } from './parsing';

/** The owner or a friend: the literature's "user". A friend is a local profile and needs no account. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly isOwner: boolean;
  /** Tags the person is known to like, as typed. */
  readonly likedTags: readonly string[];
  /** Tags the person must not be sent. */
  readonly avoidedTags: readonly string[];
  /** Pinned weights, and from when on events are learned from. */
  readonly learning: LearningSettings;
  /** How picks for the person lean, as set by hand. */
  readonly dials: Dials;
  readonly note: string | null;
  /** For an e-mail draft; never sent anywhere by the program. */
  readonly email: string | null;
  readonly source: 'manual' | 'sample';
  readonly createdAt: number;
  readonly archivedAt: number | null;
}

export type PersonDraft = Pick<Person, 'name'> &
  Partial<Pick<Person, 'likedTags' | 'avoidedTags' | 'note' | 'email' | 'source'>>;
export type PersonPatch = Partial<Pick<Person, 'name' | 'likedTags' | 'avoidedTags' | 'note' | 'email'>>;

export const personSchema: z.ZodType<Person> = z.object({
  id: personIdSchema,
  name: z.string(),
  isOwner: z.boolean(),
  likedTags: z.array(z.string()),
  avoidedTags: z.array(z.string()),
  learning: learningSettingsSchema,
  dials: storedDialsSchema,
  note: z.string().nullable(),
  email: z.string().nullable(),
  source: z.enum(['manual', 'sample']),
  createdAt: z.number(),
  archivedAt: z.number().nullable(),
} satisfies Fields<Person>);
