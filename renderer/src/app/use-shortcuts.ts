import { useEffect, useRef } from 'react';
import { isTyping } from '../ui/is-typing';
import { commandOf, type ShortcutCommand } from './shortcuts';

/** How long "g" waits for its second key, milliseconds. */
const PREFIX_WAIT = 1200;

/** Listens on the window. Keys that a page has used (defaultPrevented) and keys under a dialog are left alone. */
export function useShortcuts(onCommand: (command: ShortcutCommand) => void): void {
  const latest = useRef(onCommand);
  useEffect(() => {
    latest.current = onCommand;
  });
  useEffect(() => {
    let prefixAt = -Infinity;
    const keyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const inDialog = document.querySelector('[role=dialog]') !== null;
      const command = commandOf(event, isTyping(event.target), event.timeStamp - prefixAt < PREFIX_WAIT);
      prefixAt = command === 'prefix' ? event.timeStamp : -Infinity;
      if (command === null || command === 'prefix' || (inDialog && command !== 'undo' && command !== 'redo')) return;
      event.preventDefault();
      latest.current(command);
    };
    window.addEventListener('keydown', keyDown);
    return () => {
      window.removeEventListener('keydown', keyDown);
    };
  }, []);
}
