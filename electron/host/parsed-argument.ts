import { z } from 'zod';
import { HostFailure } from './host-failure';

/** Of a method that takes none: nothing that is sent along may come to mean something. */
export const noArgument = z.undefined();

/** What the page sent, once it fits the schema. Throws HostFailure `invalid-input`. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new HostFailure('invalid-input', z.prettifyError(result.error));
  return result.data;
}
