/**
 * `npm run faults`: breaks the program on purpose, and says what became of what it had acknowledged. Exit status 1
 * where something was lost, needed help, or went without a word.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { aligned } from '../benchmark/tables';
import { FAULT_GROUPS, type FaultGroup, type FaultRow } from './fault';
import { FAULT_SUITES } from './suites';

const HELP = `npm run faults -- [--only GROUPS] [--rounds N] [--short] [--json FILE]
  --only GROUPS  one or more of ${FAULT_GROUPS.join(',')}; all of them where nothing is said
  --rounds N     how often chance is asked, where it is; otherwise as often as each suite says
  --short        the sample that "npm run check" runs
  --json FILE    also write the rows as JSON`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      rounds: { type: 'string' },
      short: { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const groups = groupsOf(values.only);
  const rounds = values.rounds === undefined ? null : Number(values.rounds);
  if (groups === null || (rounds !== null && !(Number.isInteger(rounds) && rounds > 0))) {
    console.log(HELP);
    return 2;
  }
  const rows: FaultRow[] = [];
  for (const suite of FAULT_SUITES.filter(({ group }) => groups.includes(group))) {
    const say = (line: string): void => {
      console.log(`${suite.group}, ${suite.name}: ${line}`);
    };
    say('…');
    const found = await suite.run({ rounds, isShort: values.short, say });
    if (found === null) say('SKIPPED');
    else rows.push(...found);
  }
  console.log(`\n${tableOf(rows)}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`);
  return rows.every(({ lost, helpNeeded, silent }) => lost + helpNeeded + silent === 0) ? 0 : 1;
}

function groupsOf(only: string | undefined): readonly FaultGroup[] | null {
  if (only === undefined) return FAULT_GROUPS;
  const names = only.split(',');
  const groups = FAULT_GROUPS.filter((group) => names.includes(group));
  return groups.length === names.length ? groups : null;
}

function tableOf(rows: readonly FaultRow[]): string {
  const lines = rows.map(({ fault, rounds, acknowledged, lost, helpNeeded, silent }) => [
    fault,
    ...[rounds, acknowledged, lost, helpNeeded, silent].map(String),
  ]);
  return aligned([['fault', 'rounds', 'acknowledged', 'lost', 'help needed', 'silent'], ...lines]);
}

process.exit(await main());
