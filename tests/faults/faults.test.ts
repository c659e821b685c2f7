import { describe, expect, it } from 'vitest';
import { FAULT_SUITES } from './suites';

/** The sample of `npm run faults` that is done in seconds. Not `describe.each`: that cuts long names off. */
for (const suite of FAULT_SUITES)
  describe(`${suite.group}: ${suite.name}`, () => {
    it(
      'loses nothing that was acknowledged, needs no help, and is never silent',
      { timeout: 60_000 },
      async ({ skip }) => {
        const reasons: string[] = [];
        const rows = await suite.run({ rounds: null, isShort: true, say: (line) => reasons.push(line) });
        if (rows === null) {
          console.warn(`SKIPPED: ${suite.name}: ${reasons.join(' ')}`);
          skip();
          return;
        }
        expect(rows.filter(({ rounds }) => rounds === 0)).toEqual([]);
        const failed = rows.filter(({ lost, helpNeeded, silent }) => lost + helpNeeded + silent > 0);
        expect(failed, reasons.join('\n')).toEqual([]);
      },
    );
  });
