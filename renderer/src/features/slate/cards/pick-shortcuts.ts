import { picksText } from '../../../text/picks';

export type PickCommand = 'next' | 'previous' | 'why' | 'share' | 'note' | 'notForThem' | 'knowsIt' | 'later';

export interface PickShortcut {
  readonly command: PickCommand;
  /** `KeyboardEvent.key`, lower case; the first is the one shown. */
  readonly keys: readonly string[];
  readonly label: string;
}

/** Keys while a card has the focus; the shortcut sheet lists them too. K is "previous", so "knows it already" is A. */
export const PICK_SHORTCUTS: readonly PickShortcut[] = [
  { command: 'next', keys: ['j', 'arrowdown'], label: picksText.shortcuts.next },
  { command: 'previous', keys: ['k', 'arrowup'], label: picksText.shortcuts.previous },
  { command: 'why', keys: ['w'], label: picksText.shortcuts.why },
  { command: 'share', keys: ['s'], label: picksText.shortcuts.share },
  { command: 'note', keys: ['e'], label: picksText.shortcuts.note },
  { command: 'notForThem', keys: ['x'], label: picksText.shortcuts.notForThem },
  { command: 'knowsIt', keys: ['a'], label: picksText.shortcuts.knowsIt },
  { command: 'later', keys: ['l'], label: picksText.shortcuts.later },
];

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The command of a key press; null for any other key, and with Ctrl, Cmd or Alt held. */
export function pickCommand({ key, ctrlKey, metaKey, altKey }: KeyPress): PickCommand | null {
  if (ctrlKey || metaKey || altKey) return null;
  return PICK_SHORTCUTS.find((shortcut) => shortcut.keys.includes(key.toLowerCase()))?.command ?? null;
}
