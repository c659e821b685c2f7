import { useEffect, useRef } from 'react';
import { isTyping } from './is-typing';

/** What a handler needs of a KeyboardEvent. */
export interface OneKeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** How long a second key may belong to "g", milliseconds: longer than app/use-shortcuts.ts waits for it. */
const PREFIX_WAIT = 1500;

/**
 * Answers with one key, wherever the focus is on the page; not under a dialog, and not the second key of "g, then a
 * letter".
 * @param commandOf the command a key means, or null
 * @param onCommand false where the command does nothing now: then the key is left to the window.
 */
export function useOneKey<Command>(
  commandOf: (press: OneKeyPress) => Command | null,
  onCommand: (command: Command) => boolean,
): void {
  const latest = useRef({ commandOf, onCommand });
  useEffect(() => {
    latest.current = { commandOf, onCommand };
  });
  useEffect(() => {
    let prefixAt = Number.NEGATIVE_INFINITY;
    const keyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat || isTyping(event.target)) return;
      const afterPrefix = event.timeStamp - prefixAt < PREFIX_WAIT;
      prefixAt = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const command = afterPrefix ? null : latest.current.commandOf(event);
      if (command === null || document.querySelector('[role=dialog], [role=menu]') !== null) return;
      if (latest.current.onCommand(command)) event.preventDefault();
    };
    // Before the window's own shortcuts: Ctrl+Z takes back one answer here.
    window.addEventListener('keydown', keyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', keyDown, { capture: true });
    };
  }, []);
}
