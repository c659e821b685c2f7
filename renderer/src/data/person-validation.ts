import { type Dials, dialsSchema } from '../domain/dials/dials';
import { AppError } from '../domain/errors';
import type { PersonPatch } from '../domain/person';
import { cleanTags } from '../domain/clean-tags';

/** Log-odds of a chance of 1 in 22,000: a larger weight would outweigh all others without changing the result. */
const MAX_PIN = 10;

/** Throws `invalid-input` where a weight cannot be pinned at this value. */
export function checkPin(feature: string, logOdds: number | null): void {
  if (feature === '') throw new AppError('invalid-input', 'Say which weight is to be pinned.');
  if (logOdds !== null && !(Math.abs(logOdds) <= MAX_PIN))
    throw new AppError('invalid-input', `A weight must be a number between −${MAX_PIN} and ${MAX_PIN}.`);
}

/** Throws `invalid-input` where a dial is out of its range (see DIALS). */
export function checkedDials(dials: Dials): Dials {
  const parsed = dialsSchema.safeParse(dials);
  if (!parsed.success) throw new AppError('invalid-input', 'A dial cannot be turned that far.');
  return parsed.data;
}

/** Trims and checks a person's fields; throws `invalid-input` with a message for the window. */
export function checkedPerson<T extends PersonPatch>(values: T): T {
  const name = values.name?.trim();
  if (name === '') throw new AppError('invalid-input', 'A friend needs a name.');
  return {
    ...values,
    ...(name === undefined ? {} : { name }),
    ...(values.likedTags === undefined ? {} : { likedTags: cleanTags(values.likedTags) }),
    ...(values.avoidedTags === undefined ? {} : { avoidedTags: cleanTags(values.avoidedTags) }),
  };
}
