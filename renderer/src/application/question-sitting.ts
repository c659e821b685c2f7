import type { ActionId } from '../domain/ids';

/** One question after the other, each about a thing with a key: what was answered or set aside in this sitting. */
export interface QuestionSitting<Key> {
  readonly steps: readonly {
    readonly key: Key;
    /** What the answer wrote; null where it was set aside, or wrote nothing. */
    readonly actionId: ActionId | null;
  }[];
  /** Taken back just now: it is asked about first. */
  readonly again: Key | null;
}

export const NO_STEPS: QuestionSitting<never> = { steps: [], again: null };

/** The questions that are left in this sitting, the next one first. Answered ones may still be among `open`. */
export function questionsLeft<Key, Question>(
  { steps, again }: QuestionSitting<Key>,
  open: readonly Question[],
  keyOf: (question: Question) => Key,
): readonly Question[] {
  const done = new Set(steps.map(({ key }) => key));
  const left = open.filter((question) => !done.has(keyOf(question)));
  const first = left.filter((question) => keyOf(question) === again);
  return [...first, ...left.filter((question) => !first.includes(question))];
}

export const stepped = <Key>(
  { steps }: QuestionSitting<Key>,
  key: Key,
  actionId: ActionId | null,
): QuestionSitting<Key> => ({ steps: [...steps, { key, actionId }], again: null });

export const steppedBack = <Key>({ steps }: QuestionSitting<Key>): QuestionSitting<Key> => ({
  steps: steps.slice(0, -1),
  again: steps.at(-1)?.key ?? null,
});
