import type { OneKeyPress } from '../../ui/use-one-key';
import { ownValue } from '../../domain/own-value';

export type ChoiceCommand = 'left' | 'right' | 'skip' | 'back';

const COMMANDS: Readonly<Record<string, ChoiceCommand>> = {
  arrowleft: 'left',
  '1': 'left',
  arrowright: 'right',
  '2': 'right',
  arrowdown: 'skip',
  s: 'skip',
  backspace: 'back',
};

/** The command a key means while two things are shown, or null. Ctrl or Cmd+Z is as Backspace. */
export function choiceCommand({ key, ctrlKey, metaKey, altKey }: OneKeyPress): ChoiceCommand | null {
  const pressed = key.toLowerCase();
  if (altKey) return null;
  if (ctrlKey || metaKey) return pressed === 'z' ? 'back' : null;
  return ownValue(COMMANDS, pressed) ?? null;
}
