import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EncodedLibrary } from '../../../renderer/src/recommend/encoded-library';
import type { WindowEvent } from '../../../renderer/src/recommend/encoding/history-window';
import { Estimator } from '../../../renderer/src/recommend/estimating/estimator';
import { FEATURE_NAMES } from '../../../renderer/src/recommend/estimating/features';
import { itemRows, rowAt } from '../../../renderer/src/recommend/item-index';
import type { ItemRows } from '../../../renderer/src/recommend/item-index';
import { TaskScorer } from '../../../renderer/src/recommend/scoring/task-scorer';
import type { ItemId } from '../../../renderer/src/domain/ids';
import type { LibraryItem } from '../../../renderer/src/domain/recommendation-request';
import { openBundle } from '../node-model';
import { evenly, masked } from '../pack';
import { openDescribe } from '../describing';
import type { Describe } from '../describing';
import { EXPORTS } from '../option-table';
import type { ExportName } from '../options';
import { questionsOf, readFitPack } from './fit-packs';
import { runThisCommand, WrongUsage } from '../../../electron/cli/run-command';

const USAGE = `Usage: npm run estimate-features -- --packs DIR[,DIR] --out DIR [options]

Writes what models/training/estimates.py fits P(like), interest and P(knows) on: every feature of every candidate of
every case, through the app's own code. A folder holds items.jsonl.gz and cases.jsonl.gz; its name is the pack.

  --limit N             N cases of each variant, evenly spread (default 400)
  --as-imported ${EXPORTS.join('|')}   mask things to what such an export carries
  --crowd off           without the crowd columns, as exports of 2026 come
  --catalogue DIR|off   what describes things besides (default models/catalogue)
  --model DIR           the bundle (default models/taste)`;

const BATCH = 32;
const DEFAULT_LIMIT = 400;

/** One question's features, row after row. */
interface DumpOptions {
  readonly limit: number;
  readonly mask: ExportName | null;
  readonly crowd: boolean;
  readonly model: string;
  readonly describe: Describe;
}

async function dump(folder: string, out: string, { limit, mask, crowd, model, describe }: DumpOptions): Promise<void> {
  const pack = await readFitPack(folder);
  const taste = await openBundle(model);
  const library = new EncodedLibrary(taste);
  const scorer = new TaskScorer(taste, library);
  const estimator = new Estimator(scorer, library, taste);
  await library.set(
    describe(pack.items.map((item): LibraryItem => masked(crowd ? item : { ...item, crowd: null }, mask))),
    {},
  );
  const cases = [...new Set(pack.cases.map(({ variant }) => variant))].flatMap((variant) =>
    evenly(
      pack.cases.filter((one) => one.variant === variant),
      limit,
    ),
  );
  const questions = cases.flatMap((one) => questionsOf(one));
  const starts: number[] = [];
  let total = 0;
  for (const { candidates } of questions) {
    starts.push(total);
    total += candidates.length;
  }
  const values = new Float32Array(total * FEATURE_NAMES.length);
  const width = library.heads * library.dim;
  for (let first = 0; first < questions.length; first += BATCH) {
    const batch = questions.slice(first, first + BATCH);
    const histories = batch.map(({ events }): readonly WindowEvent[] => scorer.usable(events));
    const queries = await scorer.queries(histories, 'warm');
    batch.forEach((question, place) => {
      const found = estimator.features(
        { history: histories[place] ?? [], rows: rowsOf(question, library) },
        queries,
        place * width,
        true,
      );
      const start = (starts[first + place] ?? 0) * FEATURE_NAMES.length;
      FEATURE_NAMES.forEach((name, feature) => {
        found[name].forEach((value, row) => {
          values[start + row * FEATURE_NAMES.length + feature] = value;
        });
      });
    });
  }
  await mkdir(out, { recursive: true });
  const name = join(out, `${basename(folder)}${mask === null ? '' : `-${mask}`}${crowd ? '' : '-crowd-off'}`);
  await writeFile(`${name}.f32`, new Uint8Array(values.buffer));
  await writeFile(
    `${name}.json`,
    JSON.stringify({
      pack: basename(folder),
      asImported: mask,
      crowd,
      features: FEATURE_NAMES,
      tags: taste.manifest.tagHead.tags,
      tagShares: tagShares(library),
      questions: questions.map((question, place) => ({
        case: question.caseId,
        form: question.form,
        variant: question.variant,
        person: question.person,
        k: question.k,
        group: library.names(rowAt(rowsOf(question, library), 0)).group,
        events: question.events.length,
        start: starts[place],
        rows: question.candidates.length,
        labels: question.labels,
      })),
    }),
  );
  console.log(`${name}: ${String(questions.length)} questions, ${String(total)} rows`);
}

function rowsOf({ candidates }: { readonly candidates: readonly ItemId[] }, library: EncodedLibrary): ItemRows {
  return itemRows(candidates.flatMap((id) => library.rowOf(id) ?? []));
}

/** Of each kind group the mean chance of each tag, with how many things it is the mean of. */
function tagShares(library: EncodedLibrary): Readonly<Record<string, { readonly n: number; readonly mean: number[] }>> {
  const found: Record<string, { n: number; mean: number[] }> = {};
  for (const row of library.rows()) {
    const { group } = library.names(row);
    const chances = library.tags.chances(row);
    const own = (found[group] ??= { n: 0, mean: Array.from(chances, () => 0) });
    own.n += 1;
    chances.forEach((chance, tag) => {
      own.mean[tag] = (own.mean[tag] ?? 0) + (chance - (own.mean[tag] ?? 0)) / own.n;
    });
  }
  return found;
}

const text = { type: 'string' } as const;
const OPTIONS = { packs: text, out: text, limit: text, 'as-imported': text, crowd: text, model: text, catalogue: text };

async function dumpAll(given: Readonly<Partial<Record<keyof typeof OPTIONS, string>>>): Promise<void> {
  const { packs, out } = given;
  if (packs === undefined || out === undefined) throw new WrongUsage('--packs DIR or --out DIR is missing.');
  const mask = EXPORTS.find((one) => one === given['as-imported']) ?? null;
  const describe = await openDescribe(given.catalogue === 'off' ? null : (given.catalogue ?? 'models/catalogue'));
  for (const folder of packs.split(','))
    await dump(folder, out, {
      limit: Number(given.limit ?? DEFAULT_LIMIT),
      mask,
      crowd: given.crowd !== 'off',
      model: given.model ?? 'models/taste',
      describe,
    });
}

await runThisCommand({ usage: USAGE, options: OPTIONS, takesFiles: false, run: ({ values }) => dumpAll(values) });
