import { setTimeout as wait } from 'node:timers/promises';
import type { OpenedWindow } from './launch';

/** From the start of a browser until it has a page, on a slow computer. Less than a second start waits. */
const OPENING_MS = 8_000;
const POLL_MS = 100;

/** `unreachable`: one is open, and cannot be brought to the front from here. */
export type WindowShown = 'shown' | 'none' | 'unreachable';

/** The window of this shell, for a second start that wants to see it. */
export class ShownWindow {
  #window: OpenedWindow | null = null;
  #isExpected = false;

  /**
   * @param isProfileOpen whether any browser has the profile open, one that this shell did not start among them
   * @param openingMs for tests
   */
  constructor(
    private readonly origin: string,
    private readonly isProfileOpen: () => Promise<boolean>,
    private readonly openingMs = OPENING_MS,
  ) {}

  /** From now on a window is about to open: a second start waits for it, rather than opening another one. */
  expect(): void {
    this.#isExpected = true;
  }

  opened(window: OpenedWindow): void {
    this.#window = window;
    void window.ended.then(() => {
      this.#window = null;
      this.#isExpected = false;
    });
  }

  /** Brings the window to the front. One that is still opening is waited for. */
  async show(): Promise<WindowShown> {
    const until = Date.now() + this.openingMs;
    while (this.#isExpected) {
      const answer = (await this.#window?.bringToFront(this.origin)) ?? 'none';
      if (answer === 'shown') return 'shown';
      const isOpening = this.#window === null || Date.now() - this.#window.openedAt < this.openingMs;
      // Its last window was closed, and it goes on without one: so it does on macOS.
      if (answer === 'none' && !isOpening) return 'none';
      if (Date.now() > until) break;
      await wait(POLL_MS);
    }
    return (await this.isProfileOpen()) ? 'unreachable' : 'none';
  }
}
