/** What a shortcut, a menu entry or a button asks of a page, or of another part of its own. */
export type PageCommand = 'focus-search' | 'new-friend' | 'choose-files' | 'add-love';

/** Passes commands to the page that handles them; one that no page handles yet waits for the next page that does. */
export class PageCommands {
  /** The last request that no page handled. */
  #pending: PageCommand | null = null;
  readonly #handlers = new Map<PageCommand, () => void>();

  readonly request = (command: PageCommand): void => {
    const handler = this.#handlers.get(command);
    if (handler === undefined) this.#pending = command;
    else handler();
  };

  /** Handles a command from now on, and the pending one at once. Returns the function that stops. */
  readonly handle = (command: PageCommand, handler: () => void): (() => void) => {
    this.#handlers.set(command, handler);
    if (this.#pending === command) {
      this.#pending = null;
      handler();
    }
    return () => {
      if (this.#handlers.get(command) === handler) this.#handlers.delete(command);
    };
  };
}
