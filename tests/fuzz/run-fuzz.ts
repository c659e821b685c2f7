/** `npm run fuzz`: reads damaged export files without end, and says which of them the importers could not take. */
import { fork } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { runThisCommand, WrongUsage } from '../../electron/cli/run-command';
import { faultOf, inputOf, seedFiles } from './run-input';

const USAGE = `Usage: npm run fuzz -- [--minutes N] [--seed S] [--input I]
  --minutes N  how long (default 1)
  --seed S     which inputs: the same ones for the same number (default: the time)
  --input I    that input of the seed alone`;

/** No input has more than 128 kB. */
const MAX_SECONDS = 20;
/** Memory that stays in use, beyond what was in use after the first inputs. */
const MAX_GROWTH_BYTES = 100 * 2 ** 20;
const INPUTS_PER_REPORT = 250;

interface Report {
  /** Of the last input that was begun. */
  readonly input: number;
  readonly fault?: string;
  readonly heapBytes?: number;
}

/** In a process of its own, so that an input that never ends is found out. Tells the parent of each input. */
async function readInputs(seed: number, from: number): Promise<never> {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const files = await seedFiles();
  const say = (report: Report): void => {
    process.send?.(report);
  };
  for (let input = from; ; input += 1) {
    say({ input });
    const fault = await faultOf(inputOf(files, seed, input));
    if (fault !== null) say({ input, fault });
    if (input % INPUTS_PER_REPORT === 0) {
      collect();
      say({ input, heapBytes: process.memoryUsage().heapUsed });
    }
  }
}

async function fuzz(minutes: number, seed: number): Promise<number> {
  const ends = Date.now() + minutes * 60_000;
  let [next, faults, baseline] = [0, 0, 0];
  const tell = (input: number, fault: string): void => {
    faults += 1;
    console.log(`input ${String(input)} of seed ${String(seed)}: ${fault}`);
  };
  while (Date.now() < ends) {
    baseline = 0;
    await new Promise<void>((resolve) => {
      const child = fork(new URL(import.meta.url), [], {
        env: { ...process.env, FUZZ: `${String(seed)},${String(next)}` },
      });
      let alive = Date.now();
      const timer = setInterval(() => {
        if (Date.now() - alive > MAX_SECONDS * 1000) {
          tell(next, `not done after ${String(MAX_SECONDS)} seconds`);
          child.kill('SIGKILL');
        } else if (Date.now() > ends) child.kill('SIGKILL');
      }, 500);
      child.on('message', (message) => {
        const { input, fault, heapBytes } = message as Report;
        alive = Date.now();
        next = input;
        if (fault !== undefined) tell(input, fault);
        if (heapBytes === undefined) return;
        baseline ||= heapBytes;
        if (heapBytes - baseline <= MAX_GROWTH_BYTES) return;
        tell(input, `${String(Math.round((heapBytes - baseline) / 2 ** 20))} MB more in use than at the beginning`);
        child.kill('SIGKILL');
      });
      child.on('exit', (code) => {
        clearInterval(timer);
        if (code !== null) tell(next, `the process ended with status ${String(code)}`);
        next += 1;
        resolve();
      });
    });
  }
  console.log(`${String(next)} inputs of seed ${String(seed)}, ${String(faults)} faults`);
  return faults === 0 ? 0 : 1;
}

async function readOne(seed: number, input: number): Promise<number> {
  const { name, bytes } = inputOf(await seedFiles(), seed, input);
  console.log(`${name}, ${String(bytes.length)} bytes`);
  const start = performance.now();
  const fault = await faultOf({ name, bytes });
  console.log(`${fault ?? 'no fault'} (${String(Math.round(performance.now() - start))} ms)`);
  return fault === null ? 0 : 1;
}

function numberOf(option: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isFinite(value) || value < 0) throw new WrongUsage(`--${option} takes a number, not “${text ?? ''}”.`);
  return value;
}

const [seed, from] = (process.env['FUZZ'] ?? '').split(',').map(Number);
if (seed !== undefined && from !== undefined) await readInputs(seed, from);
else
  await runThisCommand({
    usage: USAGE,
    options: { minutes: { type: 'string' }, seed: { type: 'string' }, input: { type: 'string' } },
    takesFiles: false,
    run: async ({ values }) => {
      const chosen = numberOf('seed', values.seed, Date.now() % 1_000_000);
      if (values.input !== undefined) return await readOne(chosen, numberOf('input', values.input, 0));
      return await fuzz(numberOf('minutes', values.minutes, 1), chosen);
    },
  });
