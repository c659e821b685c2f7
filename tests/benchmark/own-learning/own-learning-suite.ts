import { EncodedLibrary } from '../../../renderer/src/recommend/encoded-library';
import { openDescribe } from '../describing';
import { openBundle } from '../node-model';
import type { BenchmarkOptions } from '../options';
import { packPlaces } from '../people/pack-places';
import { withDifferencesAndMeans } from '../people/paired-differences';
import { limited, readPeoplePack } from '../people/people-cases';
import type { RankingCase } from '../people/people-cases';
import { report } from '../people/people-suite';
import { personRows } from '../people/person-series';
import type { ResampledRow } from '../people/person-series';
import { rememberingModel } from '../remembering-model';
import { ownLearningSeries, WITHOUT_LEARNING } from './own-learning-figures';

const PROGRESS_EVERY = 10_000;

/** `--suite own-learning`: what learning from a person's own ratings is worth, on real libraries. */
export async function runOwnLearningSuite(options: BenchmarkOptions): Promise<void> {
  const places = packPlaces('own-learning', options.packs, options.only);
  const model = rememberingModel(await openBundle(options.model, options.without));
  const describe = await openDescribe(options.catalogue);
  console.log(
    `${model.manifest.name} ${model.manifest.version}, own-learning, on ${String(places.length)} packs: warm, crowd ${options.crowds.join(' and ')}`,
  );
  const start = performance.now();
  const rows: ResampledRow[] = [];
  for (const { folder, name, file } of places) {
    const pack = await readPeoplePack(folder, name, file);
    const cases = pack.cases.filter((one): one is RankingCase => one.form === 'ranking');
    const asked = limited(cases, options.limit);
    const library = new EncodedLibrary(model);
    let [done, reportedAt] = [0, performance.now()];
    for (const crowd of options.crowds) {
      const series = await ownLearningSeries(
        { items: describe(pack.items), cases, asked },
        model,
        library,
        crowd,
        () => {
          done += 1;
          if (performance.now() - reportedAt < PROGRESS_EVERY) return;
          reportedAt = performance.now();
          console.log(`  ${name}, crowd ${crowd}: ${String(done)} predictions`);
        },
      );
      rows.push(...series.flatMap((one) => personRows('own-learning', name, one)));
    }
    console.log(`${name}: ${String(asked.length)} cases, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  const minusWithout = (_: string, other: string): boolean => other === WITHOUT_LEARNING;
  await report(withDifferencesAndMeans(rows, minusWithout), options, start);
}
