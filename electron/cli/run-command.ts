import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Given<Own extends Options> = Pick<
  ReturnType<typeof parseArgs<{ options: Own; allowPositionals: true }>>,
  'values' | 'positionals'
>;

/** What a command is called with cannot be used: `reason` says why, and its usage is printed below. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** A command behind an npm script. */
export interface Command<Own extends Options> {
  /** "Usage: npm run …": printed for `--help`, and below the reason where the command cannot be run so. */
  readonly usage: string;
  readonly options: Own;
  /** False: it takes options alone. */
  readonly takesFiles: boolean;
  /** Answers with the exit status; nothing is 0. Throws WrongUsage for values that it cannot use. */
  readonly run: (given: Given<Own>) => Promise<number | void> | number | void;
}

export interface CommandOutput {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** Exit statuses, as shells and getopt(1) have them. */
const FAILED = 1;
const WRONG_USAGE = 2;

/**
 * Reads the arguments and runs the command. What goes wrong is told in words, never by a stack of calls. Answers with
 * the exit status: 1 where it failed, 2 where it was called with what it does not know.
 */
export async function runCommand<const Own extends Options>(
  { usage, options, takesFiles, run }: Command<Own>,
  given: readonly string[],
  { say, complain }: CommandOutput,
): Promise<number> {
  if (given.includes('--help') || given.includes('-h')) {
    say(usage);
    return 0;
  }
  let parsed: Given<Own>;
  try {
    parsed = parseArgs({ args: [...given], options, allowPositionals: true });
    const [stray] = takesFiles ? [] : parsed.positionals;
    if (stray !== undefined) throw new WrongUsage(`“${stray}” is no option.`);
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return WRONG_USAGE;
  }
  try {
    return (await run(parsed)) ?? 0;
  } catch (error) {
    complain(error instanceof WrongUsage ? `${error.message}\n\n${usage}` : messageOf(error));
    return error instanceof WrongUsage ? WRONG_USAGE : FAILED;
  }
}

/** The same for this process. */
export async function runThisCommand<const Own extends Options>(command: Command<Own>): Promise<void> {
  process.exitCode = await runCommand(command, process.argv.slice(2), { say: console.log, complain: console.error });
}

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  // What can only be a mistake of the program is worth its stack.
  const isMistake = error instanceof RangeError || error instanceof ReferenceError || error.constructor === TypeError;
  return isMistake ? (error.stack ?? error.message) : error.message;
};
