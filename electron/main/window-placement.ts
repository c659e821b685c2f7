import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeAtomically } from '../host/atomic-file';

/** Device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface WindowPlacement extends Area {
  readonly maximised: boolean;
}

/** The narrowest window that the page is laid out for. */
export const MIN_SIZE = { width: 480, height: 400 } as const;
const DEFAULT_SIZE = { width: 1180, height: 820 } as const;
/** Pixels of the title bar that must be on a display, so that the window can be moved. */
const MIN_VISIBLE = 80;

const pixels = z.number().int().min(-100_000).max(100_000);
const stateSchema = z.object({ x: pixels, y: pixels, width: pixels, height: pixels, maximised: z.boolean() });

/** The kept state, or null where there is none or it is damaged: then the window opens as if for the first time. */
export function readWindowPlacement(file: string): WindowPlacement | null {
  try {
    const parsed = stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A state that can be seen and grabbed on the displays there are now; one may have been unplugged since. */
export function fitToDisplays(state: WindowPlacement | null, workAreas: readonly Area[]): WindowPlacement {
  const first = workAreas[0] ?? { x: 0, y: 0, ...DEFAULT_SIZE };
  const home = workAreas.find((area) => state !== null && isReachable(state, area));
  const area = home ?? first;
  const width = Math.min(Math.max(state?.width ?? DEFAULT_SIZE.width, MIN_SIZE.width), area.width);
  const height = Math.min(Math.max(state?.height ?? DEFAULT_SIZE.height, MIN_SIZE.height), area.height);
  if (state !== null && home !== undefined)
    return { x: state.x, y: state.y, width, height, maximised: state.maximised };
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
    maximised: state?.maximised ?? false,
  };
}

/** Best effort: a failure to keep the window's place is not reported. */
export async function keepWindowPlacement(file: string, state: WindowPlacement): Promise<void> {
  await writeAtomically(file, JSON.stringify(state)).catch(() => undefined);
}

function isReachable(state: Area, area: Area): boolean {
  const shared = Math.min(state.x + state.width, area.x + area.width) - Math.max(state.x, area.x);
  return shared >= MIN_VISIBLE && state.y >= area.y && state.y + MIN_VISIBLE <= area.y + area.height;
}
