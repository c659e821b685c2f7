import type { AsyncCommand } from 'fast-check';
import type { Device, OpenWindow } from './device';
import type { State } from './state';
import type { World } from './world';

export type Command = AsyncCommand<World, Device>;

/** @param run says what it came to in the end, for the report */
export function command(
  text: string,
  run: (world: World, device: Device, say: (what: string) => void) => Promise<void>,
  check: (world: World) => boolean = () => true,
): Command {
  let happened = text;
  return {
    check,
    run: (world, device) =>
      run(world, device, (what) => {
        happened = `${text}: ${what}`;
      }),
    toString: () => happened,
  };
}

export const killed = (after: number | null): string => (after === null ? '' : `, killed after ${String(after)} steps`);

export async function windowOf(world: World, device: Device, number = 0): Promise<OpenWindow> {
  return device.windows[number % Math.max(device.windows.length, 1)] ?? (await world.start(device));
}

/** In a window that is left, or in a new one. */
export async function compareAnew(world: World, device: Device, candidates: readonly State[]): Promise<void> {
  const [left] = device.windows;
  if (left === undefined) await device.open();
  else await left.keeping.outbox.flush();
  await world.compare(device, left === undefined ? world.afterStart(device, candidates) : candidates);
}
