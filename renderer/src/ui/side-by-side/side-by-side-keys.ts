import type { OneKeyPress } from '../use-one-key';

/** Which of the candidates it is, by its place from 0; none of them; or to be asked later. */
export type SideBySideAnswer = number | 'none' | 'later';

/** The command a key means where so many candidates are shown, or null. Ctrl or Cmd+Z is as Backspace. */
export function sideBySideCommand(
  { key, ctrlKey, metaKey, altKey }: OneKeyPress,
  candidates: number,
): SideBySideAnswer | 'back' | null {
  const pressed = key.toLowerCase();
  if (altKey) return null;
  if (ctrlKey || metaKey) return pressed === 'z' ? 'back' : null;
  if (/^[1-9]$/.test(pressed)) return Number(pressed) <= candidates ? Number(pressed) - 1 : null;
  if (pressed === '0' || pressed === 'n') return 'none';
  if (pressed === 'l' || pressed === 'arrowdown') return 'later';
  return pressed === 'backspace' ? 'back' : null;
}
