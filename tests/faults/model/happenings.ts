import { randomFrom } from '../fault';
import type { CrashMode } from '../memory-disk';
import { act, actWhileAnotherStarts, type Dice } from './acting';
import type { ActionKind } from './actions';
import { command, compareAnew, killed, windowOf, type Command } from './command';
import type { Device } from './device';
import type { Library } from './library';
import { shownLibrary } from './shown-library';
import { acted } from './state';
import type { World } from './world';

export const JOINED = ['together', 'this-alone', 'outside-alone'] as const;

export const starting = (killedAfter: number | null): Command =>
  command(`start${killed(killedAfter)}`, async (world, device) => {
    await world.start(device, killedAfter);
  });

export const closing = (): Command => command('close all windows', (_world, device) => device.closeAll());

/** The other shell has a database of its own, and the same data folder. */
export const changingShell = (): Command =>
  command('change the shell', async (world, device) => {
    const { isDecided, isWaiting } = world.state(device);
    if (device.isHostAway || !isDecided || isWaiting) return;
    await device.closeAll();
    device.changeShell();
    await world.start(device);
  });

export const hostAway = (isAway: boolean): Command =>
  command(isAway ? 'the host goes away' : 'the host comes back', async (world, device) => {
    device.isHostAway = isAway;
    const [window] = device.windows;
    if (window === undefined) return;
    await window.keeping.outbox.flush();
    await world.compare(device, [world.state(device)]);
  });

export const hostKilled = (mode: CrashMode | null, seed: number): Command =>
  command(mode === null ? 'the host is killed' : `the power is cut, ${mode}`, async (world, device) => {
    if (mode !== null) device.killAll();
    await device.restartHost(mode === null ? null : { mode, random: randomFrom(seed) });
    await compareAnew(world, device, [world.state(device)]);
  });

export const takingSnapshot = (): Command =>
  command('take a snapshot', async (world, device) => {
    const window = await windowOf(world, device);
    if (!world.state(device).isDecided) return;
    const isTaken = await window.snapshots.take('person');
    if (isTaken === device.isHostAway) throw new Error(window.snapshots.snapshot().problem?.message ?? 'It was taken.');
    if (isTaken) await world.noteSnapshots(device, world.state(device));
    await world.compare(device, [world.state(device)]);
  });

/** The newest one, which is the one before the restore from then on. */
export const restoringSnapshot = (killedAfter: number | null): Command =>
  command(`restore a snapshot${killed(killedAfter)}`, async (world, device) => {
    const window = await windowOf(world, device);
    const before = world.state(device);
    const [newest] = await device.snapshotNames();
    if (world.snapshot === null || newest === undefined || !before.isDecided) return;
    const { library, ownerName } = world.snapshot;
    const after = { ...acted(before, library), ownerName: ownerName ?? before.ownerName };
    const bytes = await device.snapshotBytes(newest);
    window.life.limit(killedAfter);
    const isDone = await window.restore(bytes).then(
      () => true,
      () => false,
    );
    if (isDone) world.acknowledged += 1;
    if (!isDone && killedAfter === null) throw new Error('It could not be restored.');
    await window.keeping.outbox.flush();
    // Equal rows are not written again: then nothing was done.
    const unchanged = { ...before, ownerName: after.ownerName };
    const candidates = isDone ? [after, unchanged] : [before, after, unchanged];
    if (killedAfter !== null) device.kill(window);
    await compareAnew(world, device, candidates);
    // The one that was taken before it, where it was.
    await world.noteSnapshots(device, before);
  });

export const settingClock = (days: number): Command =>
  command(`the clock is set by ${String(days)} days`, (_world, device) => {
    device.setClock(days);
    return Promise.resolve();
  });

export const emptyingTrash = (): Command =>
  command('empty the trash', async (world, device) => {
    const window = await windowOf(world, device);
    await window.trash.empty();
    world.acknowledged += 1;
    await window.keeping.outbox.flush();
    await world.compare(device, [world.emptied(device, (await shownLibrary(window.database)).done)]);
  });

/** How the next window starts after something was lost: killed in the middle, or while another one acts, or neither. */
export interface NextStart {
  readonly killedAfter: number | null;
  readonly acts: { readonly kind: ActionKind; readonly dice: Dice; readonly lag: number } | null;
}

async function startNext(world: World, device: Device, { killedAfter, acts }: NextStart): Promise<string> {
  device.isHostAway = false;
  if (acts !== null) return await actWhileAnotherStarts(world, device, acts.kind, acts.dice, acts.lag);
  await world.start(device, killedAfter);
  return `start${killed(killedAfter)}`;
}

/** @param next null: whatever comes next, perhaps without a host */
export const losingDatabase = (next: NextStart | null): Command =>
  command('lose the database', async (world, device, say) => {
    device.killAll();
    device.loseDatabase();
    world.loseDatabase(device);
    if (next !== null) say(await startNext(world, device, next));
  });

export const losingJournal = (next: NextStart): Command =>
  command('lose the journal', async (world, device, say) => {
    device.killAll();
    await device.loseJournal();
    device.forgetOtherShell();
    world.loseJournal(device);
    say(await startNext(world, device, next));
  });

/** @param waiting done before, and once more after; the copy is made when the first is not outside yet */
export const copyingDatabase = (waiting: { readonly kind: ActionKind; readonly dice: Dice } | null): Command =>
  command('copy the database', async (world, device, say) => {
    await windowOf(world, device);
    if (!world.state(device).isDecided) return;
    if (waiting === null || device.isHostAway) {
      await copy(world, device);
      return;
    }
    device.isHostAway = true;
    const first = await act(world, device, waiting.kind, waiting.dice);
    await copy(world, device);
    device.isHostAway = false;
    const second = await act(world, device, waiting.kind, [...waiting.dice.slice(0, 1), ...waiting.dice.slice(2)]);
    say(`${first}, which is not sent; then ${second}`);
  });

async function copy(world: World, device: Device): Promise<void> {
  world.copied = {
    copy: await device.copyDatabase(),
    state: world.state(device),
    shell: device.shell,
    wasSent: false,
  };
}

/** As a profile that is put back from a backup, or a database that lost its end. */
export const puttingBack = (next: NextStart): Command =>
  command('put the database back to the copy', async (world, device, say) => {
    const { copied } = world;
    // What it alone has and others changed since is decided row by row: see catch-up.test.ts.
    if (
      copied?.shell !== device.shell ||
      (copied.state.isWaiting && !copied.wasSent && world.outside.version > copied.state.seen)
    )
      return;
    device.killAll();
    await device.putBack(copied.copy);
    world.states[device.shell] = copied.state;
    say(await startNext(world, device, next));
  });

export const joining = (how: (typeof JOINED)[number], killedAfter: number | null): Command =>
  command(`two libraries, ${how}${killed(killedAfter)}`, async (world, device) => {
    const window = await windowOf(world, device);
    const before = world.state(device);
    const { library, ownerName, version } = world.outside;
    if (before.isDecided || library === null || device.isHostAway || !before.isWaiting) return;
    const decided = { ...before, isDecided: true, isWaiting: true, seen: version };
    const both = Object.fromEntries(
      (['things', 'friends', 'shares', 'lists', 'statements'] as const).map((type) => [
        type,
        new Map<string, unknown>([...before.library[type], ...library[type]]),
      ]),
    ) as unknown as Library;
    const after = {
      together: acted(decided, both),
      'this-alone': decided,
      'outside-alone': { ...acted(decided, library), ownerName: ownerName ?? before.ownerName },
    }[how];
    window.life.limit(killedAfter);
    const isDone = await window.keeping.join(how).then(
      () => true,
      () => false,
    );
    await window.keeping.outbox.flush();
    if (killedAfter === null && !isDone) throw new Error('They could not be joined.');
    if (killedAfter === null) {
      await world.compare(device, [after]);
      return;
    }
    device.kill(window);
    await compareAnew(world, device, [before, after]);
  });
