import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

/** A browser that is busy answers in milliseconds; one that hangs, or may not be asked, never. */
const PATIENCE_MS = 2_000;

const answerSchema = z.object({ id: z.number(), result: z.unknown().optional() });
const targetsSchema = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() })),
});
const windowSchema = z.object({
  windowId: z.number(),
  bounds: z.object({ windowState: z.string().optional() }),
});

/** `none`: the browser has no page of ours. `silent`: it did not answer. */
export type BroughtToFront = 'shown' | 'none' | 'silent';

/**
 * The browser's own remote control, by the pipe it was started with (`--remote-debugging-pipe`: it reads commands from
 * its file 3 and answers on 4, JSON ended by a zero byte). Nobody else can reach it: it has no port and no name.
 * Source: chromedevtools.github.io/devtools-protocol, domains Target and Browser.
 */
export class BrowserControl {
  #lastId = 0;
  #hasAnswered = false;
  readonly #waiting = new Map<number, (result: unknown) => void>();

  constructor(
    private readonly commands: Writable,
    answers: Readable,
  ) {
    let received = '';
    answers.setEncoding('utf8').on('data', (text: string) => {
      const parts = (received + text).split('\0');
      received = parts.pop() ?? '';
      for (const part of parts) this.#take(part);
    });
    // A browser that has ended answers nothing more; whoever waits is told by the time.
    for (const stream of [commands, answers]) stream.on('error', () => undefined);
  }

  /** Whether the browser runs: one that hands over to another answers nothing before it ends. */
  get hasAnswered(): boolean {
    return this.#hasAnswered;
  }

  /** Has it answer once, so that `hasAnswered` tells. Settles when it did, or was silent for too long. */
  async greet(): Promise<void> {
    await this.#ask('Browser.getVersion', {});
  }

  /** Shows the window of a page of this origin, in front of the others where the desktop allows it. */
  async bringToFront(origin: string): Promise<BroughtToFront> {
    const targets = targetsSchema.safeParse(await this.#ask('Target.getTargets', {}));
    if (!targets.success) return 'silent';
    const page = targets.data.targetInfos.find(({ type, url }) => type === 'page' && url.startsWith(`${origin}/`));
    if (page === undefined) return 'none';
    const { targetId } = page;
    const window = windowSchema.safeParse(await this.#ask('Browser.getWindowForTarget', { targetId }));
    if (window.success && window.data.bounds.windowState === 'minimized')
      await this.#ask('Browser.setWindowBounds', {
        windowId: window.data.windowId,
        bounds: { windowState: 'normal' },
      });
    const activated = await this.#ask('Target.activateTarget', { targetId });
    return activated === undefined ? 'silent' : 'shown';
  }

  /** What the browser answers; undefined where it refuses, or says nothing. */
  async #ask(method: string, parameters: object): Promise<unknown> {
    if (!this.commands.writable) return undefined;
    this.#lastId += 1;
    const id = this.#lastId;
    return await new Promise((settle) => {
      const end = (result: unknown): void => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        settle(result);
      };
      const timer = setTimeout(end, PATIENCE_MS, undefined);
      this.#waiting.set(id, end);
      this.commands.write(`${JSON.stringify({ id, method, params: parameters })}\0`);
    });
  }

  #take(text: string): void {
    const answer = answerSchema.safeParse(parsedOrNull(text));
    if (!answer.success) return;
    this.#hasAnswered = true;
    this.#waiting.get(answer.data.id)?.(answer.data.result);
  }
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
