import { ownValue } from '../domain/own-value';

/** Every shortcut of the window in one table: the key handler and the help sheet read the same list. */
export type ShortcutCommand =
  | 'undo'
  | 'redo'
  | 'search'
  | 'new-item'
  | 'help'
  | 'go-home'
  | 'go-next'
  | 'go-library'
  | 'go-friends'
  | 'go-together'
  | 'go-shared'
  | 'go-lists'
  | 'go-import'
  | 'go-trust'
  | 'go-settings';

/** What a handler needs of a KeyboardEvent. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const AFTER_G: Readonly<Record<string, ShortcutCommand>> = {
  h: 'go-home',
  w: 'go-next',
  l: 'go-library',
  f: 'go-friends',
  d: 'go-together',
  s: 'go-shared',
  t: 'go-lists',
  i: 'go-import',
  r: 'go-trust',
  o: 'go-settings',
};

/**
 * The command a key press means, 'prefix' where it opens a two-key shortcut (g, then a letter), or null.
 * While typing in a field only Ctrl/Cmd+K counts: the field keeps its own undo and every letter.
 */
export function commandOf(press: KeyPress, typing: boolean, afterPrefix: boolean): ShortcutCommand | 'prefix' | null {
  const key = press.key.toLowerCase();
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    if (key === 'k') return 'search';
    if (typing) return null;
    if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
    return key === 'y' ? 'redo' : null;
  }
  if (typing) return null;
  if (afterPrefix) return ownValue(AFTER_G, key) ?? null;
  switch (key) {
    case 'g':
      return 'prefix';
    case '/':
      return 'search';
    case 'n':
      return 'new-item';
    case '?':
      return 'help';
    default:
      return null;
  }
}
