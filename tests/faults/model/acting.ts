import type { Action } from './action';
import { actionOf, type ActionKind } from './actions';
import { command, compareAnew, windowOf, type Command } from './command';
import type { Device, OpenWindow } from './device';
import { turns } from './life';
import type { Named } from './library';
import { NEW_DATABASE, type State } from './state';
import type { World } from './world';

/** What may be done in two windows at the same moment. */
export const CONCURRENT = [
  'add thing',
  'rate',
  'rate',
  'tag',
  'edit thing',
  'delete thing',
  'add friend',
  'edit friend',
  'delete friend',
  'say',
  'send',
  'create list',
  'add to list',
  'restore',
  'undo',
  'redo',
] as const satisfies readonly ActionKind[];

/** Thrown before: the same action is the same again. */
export type Dice = readonly number[];

/** What is done instead where there is nothing to do it with. */
const MAKING: readonly (readonly [Named['type'], ActionKind])[] = [
  ['things', 'import'],
  ['friends', 'add friend'],
  ['shares', 'send'],
  ['lists', 'create list'],
];

function chosen(world: World, device: Device, kind: ActionKind, dice: Dice): Action {
  const { library } = world.state(device);
  let thrown = 0;
  const choice = {
    library,
    newName: world.newName,
    number: (count: number) => (dice[thrown++ % dice.length] ?? 0) % count,
  };
  const lacks = ([type]: (typeof MAKING)[number]): boolean =>
    ![...library[type].values()].some(({ isDeleted }) => !isDeleted);
  const [, instead] = MAKING.find(lacks) ?? (['things', 'add thing'] as const);
  const action = actionOf(kind, choice) ?? actionOf(instead, choice) ?? actionOf('add thing', choice);
  if (action === null) throw new Error('A thing can always be added.');
  return action;
}

/** @returns whether it was acknowledged */
async function perform(world: World, window: OpenWindow, action: Action): Promise<boolean> {
  const ids = await world.ids(window);
  const isDone = await action.perform(window, ids).then(
    () => true,
    () => false,
  );
  if (isDone) world.acknowledged += 1;
  return isDone;
}

export const acting = (kind: ActionKind, dice: Dice, number: number): Command =>
  command(kind, async (world, device, say) => {
    say(await act(world, device, kind, dice, number));
  });

export async function act(world: World, device: Device, kind: ActionKind, dice: Dice, number = 0): Promise<string> {
  const window = await windowOf(world, device, number);
  const action = chosen(world, device, kind, dice);
  const before = world.state(device);
  const after = action.expect(before);
  const isDone = await perform(world, window, action);
  if (isDone !== (after !== null)) throw new Error(isDone ? 'It should be refused.' : 'It was refused.');
  await window.keeping.outbox.flush();
  await world.compare(device, [after ?? before]);
  return `${action.text} in window ${String(device.windows.indexOf(window) + 1)} of ${String(device.windows.length)}`;
}

export const killedWhileActing = (kind: ActionKind, dice: Dice, number: number, steps: number): Command =>
  command(`killed after ${String(steps)} steps of ${kind}`, async (world, device, say) => {
    const window = await windowOf(world, device, number);
    const action = chosen(world, device, kind, dice);
    const before = world.state(device);
    const after = action.expect(before) ?? before;
    const ids = await world.ids(window);
    window.life.limit(steps);
    const isDone = await action.perform(window, ids).then(
      () => true,
      () => false,
    );
    if (isDone) world.acknowledged += 1;
    await window.keeping.outbox.flush();
    device.kill(window);
    say(`${action.text}, which was ${isDone ? '' : 'not '}acknowledged`);
    await compareAnew(world, device, isDone ? [after] : [before, after]);
  });

export const actingInTwo = (
  kind: ActionKind,
  dice: Dice,
  otherKind: ActionKind,
  otherDice: Dice,
  pause: number,
): Command =>
  command('two windows act at once', async (world, device, say) => {
    const one = await windowOf(world, device);
    const other = device.windows[1] ?? (await world.start(device));
    const first = chosen(world, device, kind, dice);
    const second = chosen(world, device, otherKind, otherDice);
    say(`${first.text} / after ${String(pause)} turns, ${second.text}`);
    const ids = await world.ids(one);
    const outcomes = await Promise.allSettled([
      first.perform(one, ids),
      turns(pause).then(() => second.perform(other, ids)),
    ]);
    for (const window of [one, other]) await window.keeping.outbox.flush();
    const isDone = outcomes.map(({ status }) => status === 'fulfilled');
    world.acknowledged += isDone.filter(Boolean).length;
    const [early = 0, late = 0] = outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? actionNumber(outcome.value) : 0,
    );
    const isKnown = ![kind, otherKind].some((each) => each === 'undo' || each === 'redo') && early > 0 && late > 0;
    const state = world.state(device);
    await world.compare(device, [
      ...(isKnown && early > late ? [] : inOrder(state, [first, second], isDone)),
      ...(isKnown && early < late ? [] : inOrder(state, [second, first], isDone.toReversed())),
    ]);
  });

/** Actions are numbered in the order in which they are done; 0: it was none. */
function actionNumber(receipt: unknown): number {
  return receipt instanceof Object && 'actionId' in receipt ? Number(receipt.actionId) : 0;
}

/** The state after both, where just those are refused that were. */
function inOrder(before: State, actions: readonly Action[], isDone: readonly boolean[]): readonly State[] {
  let state = before;
  for (const [index, action] of actions.entries()) {
    const after = action.expect(state);
    if ((after !== null) !== isDone[index]) return [];
    state = after ?? state;
  }
  return [state];
}

export const actingWhileAnotherStarts = (kind: ActionKind, dice: Dice, lag: number): Command =>
  command('a window acts while another starts', async (world, device, say) => {
    if (device.windows.length > 0 && !world.state(device).isDecided) return;
    say(await actWhileAnotherStarts(world, device, kind, dice, lag));
  });

/**
 * Starts two windows, or one more, and acts in the one that is there first.
 * @param lag of the answers to the other, in turns of the event loop
 */
export async function actWhileAnotherStarts(
  world: World,
  device: Device,
  kind: ActionKind,
  dice: Dice,
  lag: number,
): Promise<string> {
  const other = device.open(null, lag);
  const one = device.windows[0] ?? (await device.open());
  const candidates = world.afterStart(device, [world.state(device)]);
  world.states[device.shell] = candidates[0] ?? NEW_DATABASE;
  const action = chosen(world, device, kind, dice);
  const isDone = await perform(world, one, action);
  await one.keeping.outbox.flush();
  await other;
  await world.compare(
    device,
    candidates.flatMap((each) => inOrder(each, [action], [isDone])),
  );
  return `${action.text}, lag ${String(lag)}`;
}
