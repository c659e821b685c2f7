/** A change to the program that a person would suffer from. The tests named must turn red when it is made. */
export interface Mutation {
  /** What the change does, in a few words; unique. */
  readonly name: string;
  /** What it would cost a person, in one line. */
  readonly why: string;
  /** From the root of the repository. */
  readonly file: string;
  /** Stands in `file` exactly once, or the list is stale and the run fails. */
  readonly find: string;
  readonly replacement: string;
  /** Each of them must fail. */
  readonly killedBy: readonly TestName[];
  /** One of the few that CI runs. */
  readonly short?: true;
}

export interface TestName {
  /** From the root of the repository. */
  readonly file: string;
  /** Names of `describe` and `it`, joined by a space. */
  readonly test: string;
}

/** The text of the file with the mutation made. Throws where `find` is not there exactly once, or changes nothing. */
export function mutated(text: string, { name, file, find, replacement }: Mutation): string {
  const places = text.split(find).length - 1;
  if (places !== 1) throw new Error(`“${name}” is stale: its text stands ${places} times in ${file}, not once.`);
  if (find === replacement) throw new Error(`“${name}” changes nothing.`);
  return text.replace(find, () => replacement);
}
