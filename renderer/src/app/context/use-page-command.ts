import { useEffect, useRef } from 'react';
import type { PageCommand } from './page-commands';
import { useWindowState } from './window-state-context';

/** A page's answer to a command: `usePageCommand('new-friend', openDialog)`. */
export function usePageCommand(command: PageCommand, handler: () => void): void {
  const { pageCommands } = useWindowState();
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(
    () =>
      pageCommands.handle(command, () => {
        latest.current();
      }),
    [pageCommands, command],
  );
}
