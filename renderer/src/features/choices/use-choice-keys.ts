import { useEffect, useRef } from 'react';
import { isTyping } from '../../ui/is-typing';
import { choiceCommand, type ChoiceCommand } from './choice-shortcuts';

/** How long a second key may belong to "g", milliseconds: longer than app/use-shortcuts.ts waits for it. */
const PREFIX_WAIT = 1500;

/**
 * Keys of the pair, wherever the focus is on the page; not under a dialog, and not the second key of "g, then a
 * letter".
 * @param onCommand false where the command does nothing now: then the key is left to the window.
 */
export function useChoiceKeys(onCommand: (command: ChoiceCommand) => boolean): void {
  const latest = useRef(onCommand);
  useEffect(() => {
    latest.current = onCommand;
  });
  useEffect(() => {
    let prefixAt = Number.NEGATIVE_INFINITY;
    const keyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat || isTyping(event.target)) return;
      const afterPrefix = event.timeStamp - prefixAt < PREFIX_WAIT;
      prefixAt = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const command = afterPrefix ? null : choiceCommand(event);
      if (command === null || document.querySelector('[role=dialog], [role=menu]') !== null) return;
      if (latest.current(command)) event.preventDefault();
    };
    // Before the window's own shortcuts: Ctrl+Z goes back one pair here.
    window.addEventListener('keydown', keyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', keyDown, { capture: true });
    };
  }, []);
}
