import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand, WrongUsage, type Command } from '../../../electron/cli/run-command';

const USAGE = 'Usage: npm run something -- [--count N]';

async function called(
  given: readonly string[],
  command: Partial<Command<{ readonly count: { readonly type: 'string' } }>> = {},
): Promise<{ readonly status: number; readonly said: string; readonly complained: string }> {
  let [said, complained] = ['', ''];
  const status = await runCommand(
    { usage: USAGE, options: { count: { type: 'string' } }, takesFiles: false, run: () => undefined, ...command },
    given,
    {
      say: (text) => {
        said += text;
      },
      complain: (text) => {
        complained += text;
      },
    },
  );
  return { status, said, complained };
}

describe('a command behind an npm script', () => {
  it('gets what it was called with, and says how it ended', async () => {
    let got: unknown;
    const run: Command<{ readonly count: { readonly type: 'string' } }>['run'] = ({ values, positionals }) => {
      got = [values.count, positionals];
      return 3;
    };
    expect((await called(['--count=2', 'a'], { takesFiles: true, run })).status).toBe(3);
    expect(got).toEqual(['2', ['a']]);
    expect((await called([])).status).toBe(0);
  });

  it('prints its usage for --help, and does nothing', async () => {
    const run = (): never => {
      throw new Error('ran');
    };
    for (const help of ['--help', '-h'])
      expect(await called([help], { run })).toEqual({ status: 0, said: USAGE, complained: '' });
  });

  it.each([
    ['--what', "Unknown option '--what'"],
    ['stray', '“stray” is no option.'],
    ['--count', "'--count <value>' argument missing"],
  ])('refuses %s with the reason and its usage, without a stack', async (given, reason) => {
    const { status, complained } = await called([given]);
    expect(status).toBe(2);
    expect(complained).toContain(reason);
    expect(complained).toContain(USAGE);
    expect(complained).not.toMatch(/^\s+at /mu);
  });

  it('tells in words what went wrong; of its own mistakes it shows the stack', async () => {
    const fails = (error: Error) => ({
      run: () => {
        throw error;
      },
    });
    expect(await called([], fails(new Error('No such file.')))).toMatchObject({
      status: 1,
      complained: 'No such file.',
    });
    expect(await called([], fails(new WrongUsage('N is missing.')))).toMatchObject({
      status: 2,
      complained: `N is missing.\n\n${USAGE}`,
    });
    expect((await called([], fails(new RangeError('too far')))).complained).toMatch(/^\s+at /mu);
  });

  it('is every script of package.json that takes options', () => {
    const root = resolve(import.meta.dirname, '../../..');
    const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const files = Object.values(scripts).flatMap((script) => /^tsx (\S+)/u.exec(script)?.[1] ?? []);
    expect(files.length).toBeGreaterThan(10);
    // npm start has options of its own, read in start-options.ts.
    const others = [...new Set(files)].filter((file) => file !== 'electron/cli/start.ts');
    for (const file of others)
      expect(readFileSync(resolve(root, file), 'utf8'), file).toContain('await runThisCommand({');
  });
});
