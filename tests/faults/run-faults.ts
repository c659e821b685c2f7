/**
 * `npm run faults`: breaks the program on purpose, and says what became of what it had acknowledged. Exit status 1
 * where something was lost, needed help, or went without a word.
 */
import { writeFileSync } from 'node:fs';
import { runThisCommand, WrongUsage } from '../../electron/cli/run-command';
import { aligned } from '../benchmark/tables';
import { FAULT_GROUPS, type FaultGroup, type FaultRow } from './fault';
import { FAULT_SUITES } from './suites';

const USAGE = `Usage: npm run faults -- [--only GROUPS] [--rounds N] [--short] [--json FILE]
  --only GROUPS  one or more of ${FAULT_GROUPS.join(',')}; all of them where nothing is said
  --rounds N     how often chance is asked, where it is; otherwise as often as each suite says
  --short        the sample that "npm run check" runs
  --json FILE    also write the rows as JSON`;

interface Asked {
  readonly groups: readonly FaultGroup[];
  readonly rounds: number | null;
  readonly isShort: boolean;
  readonly json: string | null;
}

async function runFaults({ groups, rounds, isShort, json }: Asked): Promise<number> {
  const rows: FaultRow[] = [];
  for (const suite of FAULT_SUITES.filter(({ group }) => groups.includes(group))) {
    const say = (line: string): void => {
      console.log(`${suite.group}, ${suite.name}: ${line}`);
    };
    say('…');
    const found = await suite.run({ rounds, isShort, say });
    if (found === null) say('SKIPPED');
    else rows.push(...found);
  }
  console.log(`\n${tableOf(rows)}`);
  if (json !== null) writeFileSync(json, `${JSON.stringify(rows, null, 1)}\n`);
  return rows.every(({ lost, helpNeeded, silent }) => lost + helpNeeded + silent === 0) ? 0 : 1;
}

function groupsOf(only: string | undefined): readonly FaultGroup[] {
  if (only === undefined) return FAULT_GROUPS;
  return only.split(',').map((name) => {
    const group = FAULT_GROUPS.find((one) => one === name);
    if (group === undefined) throw new WrongUsage(`--only knows ${FAULT_GROUPS.join(', ')}, not “${name}”.`);
    return group;
  });
}

function roundsOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,6}$/u.test(text)) throw new WrongUsage(`--rounds takes a whole number from 1, not “${text}”.`);
  return Number(text);
}

function tableOf(rows: readonly FaultRow[]): string {
  const lines = rows.map(({ fault, rounds, acknowledged, lost, helpNeeded, silent }) => [
    fault,
    ...[rounds, acknowledged, lost, helpNeeded, silent].map(String),
  ]);
  return aligned([['fault', 'rounds', 'acknowledged', 'lost', 'help needed', 'silent'], ...lines]);
}

await runThisCommand({
  usage: USAGE,
  options: {
    only: { type: 'string' },
    rounds: { type: 'string' },
    short: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
  takesFiles: false,
  run: async ({ values }) =>
    await runFaults({
      groups: groupsOf(values.only),
      rounds: roundsOf(values.rounds),
      isShort: values.short,
      json: values.json ?? null,
    }),
});
