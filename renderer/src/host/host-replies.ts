import { z } from 'zod';
import { HOST_ERROR_CODES, MENU_COMMANDS, SET_ASIDE_TIMES } from '../../../electron/host-contract';
import { AppError } from '../domain/errors';

export const appInfoSchema = z.object({
  version: z.string(),
  shell: z.enum(['electron', 'browser', 'page']),
  shellReason: z.string().nullable(),
  dataFolder: z.string().nullable(),
  keepsOutside: z.boolean(),
  setAsideProblem: z.string().nullable(),
});
export const openedFilesSchema = z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) }));
export const saveFileResultSchema = z.enum(['saved', 'cancelled']);
export const setAsideTimeSchema = z.enum(SET_ASIDE_TIMES);
export const menuCommandSchema = z.enum(MENU_COMMANDS);

const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.enum(HOST_ERROR_CODES), message: z.string() }),
]);

/**
 * The value of a host's answer. Throws AppError: with the host's code where it refused, `unexpected` for an answer that
 * does not fit the schema.
 */
export function valueOf<T>(schema: z.ZodType<T>, reply: unknown): T {
  const parsed = replySchema.safeParse(reply);
  if (!parsed.success)
    throw new AppError(
      'unexpected',
      'The program’s host gave an answer that this page does not understand. Reload the window.',
      { cause: parsed.error },
    );
  if (!parsed.data.ok) throw new AppError(parsed.data.code, parsed.data.message);
  const value = schema.safeParse(parsed.data.value);
  if (!value.success)
    throw new AppError(
      'unexpected',
      'The program’s host gave an answer that this page does not understand. Reload the window.',
      { cause: value.error },
    );
  return value.data;
}
