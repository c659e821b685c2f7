import { writeFile } from 'node:fs/promises';
import { openDescribe } from '../describing';
import { openBundle } from '../node-model';
import type { BenchmarkOptions } from '../options';
import { readFolds } from '../estimates/folds';
import { rememberingModel } from '../remembering-model';
import { AppScorer } from './app-scores';
import { evaluatePeople } from './evaluate-people';
import { packPlaces } from './pack-places';
import type { PeopleSuite } from './pack-places';
import { readPeoplePack } from './people-cases';
import { peopleTables } from './people-tables';
import { withDifferencesAndMeans } from './paired-differences';
import type { PersonRow, ResampledRow } from './person-series';

const PROGRESS_EVERY = 10_000;

/** `--suite libraries|whom|told`: real people, as tables and, where asked, as JSON rows. */
export async function runPeopleSuite(suite: PeopleSuite, options: BenchmarkOptions): Promise<void> {
  const places = packPlaces(suite, options.packs, options.only);
  const model = rememberingModel(await openBundle(options.model, options.without));
  const folds = options.folds === null ? null : await readFolds(options.folds, model.manifest.tagHead.tags.length);
  const describe = await openDescribe(options.catalogue);
  console.log(
    `${model.manifest.name} ${model.manifest.version}, ${suite}, on ${String(places.length)} packs: warm, crowd ${options.crowds.join(' and ')}`,
  );
  if (options.data === null) console.log('Without --data DIR, item-knn and popularity are left out.');
  const start = performance.now();
  const rows: ResampledRow[] = [];
  for (const { folder, name, file } of places) {
    const pack = await readPeoplePack(folder, name, file);
    const startedAt = performance.now();
    // Its own library, so that no figure depends on the packs before.
    const app = new AppScorer(model, folds, describe);
    let reportedAt = startedAt;
    rows.push(
      ...(await evaluatePeople(suite, pack, app, options, (done, total) => {
        if (performance.now() - reportedAt < PROGRESS_EVERY) return;
        reportedAt = performance.now();
        console.log(`  ${name}: ${String(done)} of ${String(total)} cases`);
      })),
    );
    console.log(
      `${name}: ${String(pack.cases.length)} cases, ${String(pack.items.length)} items, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
    );
  }
  await report(withDifferencesAndMeans(rows), options, start);
}

/** Prints the tables and writes the rows. @param start when the run began, `performance.now()`. */
export async function report(
  rows: readonly (PersonRow | ResampledRow)[],
  { json }: Pick<BenchmarkOptions, 'json'>,
  start: number,
): Promise<void> {
  const lines = rows.map((row) => JSON.stringify({ ...row, resamples: undefined }));
  if (json !== null) await writeFile(json, `[\n${lines.join(',\n')}\n]\n`);
  console.log(
    `\n${peopleTables(rows)}\n\n${((performance.now() - start) / 1000).toFixed(0)} s${json === null ? '' : `, ${String(rows.length)} rows in ${json}`}`,
  );
}
