/**
 * `npm run example-trust -- FILE [FILE…] [--model DIR]`: imports real exports with the app's code and prints what the
 * Trust page would say of each, in its words, with the figures below. To be read by a person: does it say the truth?
 */
import { basename, resolve } from 'node:path';
import { BACKTEST_METHODS } from '../../renderer/src/domain/backtest';
import {
  backtestFinding,
  differenceWords,
  guideWords,
  hasRange,
  ofHundred,
} from '../../renderer/src/features/trust/backtest-finding';
import { calibrationFinding } from '../../renderer/src/features/trust/calibration-finding';
import { createRecommender } from '../../renderer/src/recommend/recommender';
import { trustText } from '../../renderer/src/text/trust';
import { importedLibrary } from './imported-library';
import { openBundle } from './node-model';
import { aligned } from './tables';
import { runThisCommand, WrongUsage } from '../../electron/cli/run-command';

const USAGE = `Usage: npm run example-trust -- FILE [FILE…] [--model DIR]`;

async function show(
  positionals: readonly string[],
  folder = resolve(import.meta.dirname, '../../models/taste'),
): Promise<void> {
  if (positionals.length === 0) throw new WrongUsage('No file is named.');
  const model = await openBundle(folder);
  for (const file of positionals) {
    const { items, owner } = await importedLibrary(file, Date.now());
    const recommender = createRecommender({ model, engine: () => 'wasm', clock: () => performance.now() });
    await recommender.setLibrary(items);
    const backtest = await recommender.backtest({ profiles: [owner], others: [owner] });
    const { lead, meaning } = backtestFinding(backtest);
    const calibration = calibrationFinding(backtest);
    console.log(`\n${basename(file)}: ${String(items.length)} items, ${String(owner.reactions.length)} reactions`);
    for (const sentence of [
      lead,
      meaning,
      ...guideWords(backtest, () => ''),
      differenceWords(backtest.everybody) ?? '',
      `${calibration.lead} ${calibration.meaning}`,
    ])
      if (sentence !== '') console.log(`  ${sentence}`);
    const { auc } = backtest.everybody;
    console.log(
      aligned(
        BACKTEST_METHODS.map((method) => {
          const { value, low, high } = auc[method];
          return [
            `  ${trustText.backtest.methods[method].name}`,
            Number.isFinite(value) ? String(ofHundred(value)) : trustText.noValue,
            hasRange(auc[method])
              ? trustText.range(String(ofHundred(low)), String(ofHundred(high)))
              : trustText.noRange,
          ];
        }),
      ),
    );
  }
}

await runThisCommand({
  usage: USAGE,
  options: { model: { type: 'string' } },
  takesFiles: true,
  run: ({ values, positionals }) => show(positionals, values.model),
});
