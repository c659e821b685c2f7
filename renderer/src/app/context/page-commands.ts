import { useEffect, useRef } from 'react';

/** What a shortcut or menu asks of the page it leads to. */
export type PageCommand = 'focus-search' | 'new-friend' | 'choose-files';

let pending: PageCommand | null = null;
const listeners = new Map<PageCommand, () => void>();

/** Hands a command to the page that listens for it, now or as soon as it is shown. */
export function requestPageCommand(command: PageCommand): void {
  const listener = listeners.get(command);
  if (listener === undefined) pending = command;
  else listener();
}

/** A page's answer to a command: `usePageCommand('new-friend', openDialog)`. */
export function usePageCommand(command: PageCommand, handler: () => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const listener = (): void => {
      latest.current();
    };
    listeners.set(command, listener);
    if (pending === command) {
      pending = null;
      listener();
    }
    return () => {
      if (listeners.get(command) === listener) listeners.delete(command);
    };
  }, [command]);
}
