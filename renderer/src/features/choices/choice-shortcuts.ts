export type ChoiceCommand = 'left' | 'right' | 'skip' | 'back';

/** What a handler needs of a KeyboardEvent. */
export interface ChoiceKeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

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
export function choiceCommand({ key, ctrlKey, metaKey, altKey }: ChoiceKeyPress): ChoiceCommand | null {
  const pressed = key.toLowerCase();
  if (altKey) return null;
  if (ctrlKey || metaKey) return pressed === 'z' ? 'back' : null;
  return COMMANDS[pressed] ?? null;
}
