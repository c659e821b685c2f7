import { type Dials, dialsSchema } from '../domain/dials/dials';
import { AppError } from '../domain/errors';
import type { PersonPatch } from '../domain/person';
import { cleanTags } from '../domain/clean-tags';

/** Log-odds beyond which a chance is as good as certain (1 in 22,000): more would only drown everything else. */
const PIN_AT_MOST = 10;

/** Throws `invalid-input` where a weight cannot be pinned so. */
export function checkPin(feature: string, logOdds: number | null): void {
  if (feature === '') throw new AppError('invalid-input', 'Say which weight is to be pinned.');
  if (logOdds !== null && !(Math.abs(logOdds) <= PIN_AT_MOST))
    throw new AppError('invalid-input', `A weight must be a number between −${PIN_AT_MOST} and ${PIN_AT_MOST}.`);
}

/** Throws `invalid-input` where a dial is out of its range (see DIALS). */
export function checkedDials(dials: Dials): Dials {
  const parsed = dialsSchema.safeParse(dials);
  if (!parsed.success) throw new AppError('invalid-input', 'A dial cannot be turned that far.');
  return parsed.data;
}

/** Trimmed and checked; throws `invalid-input` in words. */
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
