import { z } from 'zod';
import { itemIdSchema } from '../domain/ids';
import { itemSchema } from '../domain/item-fields/item-schema';
import { parserOf } from '../domain/parsing';
import type { WindowChannel } from './items-changes';

const parse = parserOf(
  z.union([
    z.object({ upserts: z.array(itemSchema), removals: z.array(itemIdSchema) }),
    z.object({ changed: z.array(itemIdSchema) }),
  ]),
);

/** Reaches every window of this origin but the one that posts. A message of another version is dropped. */
export function broadcastWindowChannel(name: string): WindowChannel {
  const channel = new BroadcastChannel(name);
  return {
    post: (change) => {
      // A channel has no target: its origin is the page's own.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      channel.postMessage(change);
    },
    onPosted: (listener) => {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const change = parse(data);
        if (change !== undefined) listener(change);
      });
    },
  };
}
