import type { OneKeyPress } from '../use-one-key';

/** What is said of two things that look alike. */
export type PairAnswer = 'same' | 'different' | 'later';
export type PairCommand = PairAnswer | 'back' | 'swap' | 'all' | 'leave';

const COMMANDS: ReadonlyMap<string, PairCommand> = new Map<string, PairCommand>([
  ['s', 'same'],
  ['d', 'different'],
  ['l', 'later'],
  ['arrowdown', 'later'],
  ['u', 'back'],
  ['backspace', 'back'],
  ['x', 'swap'],
  ['a', 'all'],
  ['escape', 'leave'],
]);

/** The command a key means, or null. Ctrl or Cmd+Z is as U. */
export function pairCommand({ key, ctrlKey, metaKey, altKey }: OneKeyPress): PairCommand | null {
  const pressed = key.toLowerCase();
  if (altKey) return null;
  if (ctrlKey || metaKey) return pressed === 'z' ? 'back' : null;
  return COMMANDS.get(pressed) ?? null;
}
