/**
 * `npm run build-catalogue -- --sources DIR --sets DIR [--out DIR]`: builds the catalogue of well-known things from
 * cleaned public sources and open training sets, and from public dumps where their folders are named. models/README.md
 * says what the folders hold. The same files give the same bytes.
 */
import { join, resolve } from 'node:path';
import { writeFileSync } from 'node:fs';
import { buildEntries } from '../../renderer/src/catalogue/building/build-entries';
import { summaryOf } from './catalogue/build-summary';
import { writeCatalogueFiles } from './catalogue/catalogue-files';
import { readDumps } from './catalogue/dump-folders';
import { readSourceFolders } from './catalogue/source-folders';
import { joinedGoodbooks, readTrainingSets } from './catalogue/training-sets';
import { runThisCommand, WrongUsage } from './run-command';

const SHIPPED = resolve(import.meta.dirname, '../../models/catalogue');
const USAGE = `Usage: npm run build-catalogue -- --sources DIR --sets DIR [--out DIR]
  --sources DIR       folders of SOURCE.json and items.jsonl.gz; those that may not be shipped are left out
  --sets DIR          folders of training sets
  --imdb DIR          title.basics.tsv.gz, title.ratings.tsv.gz; title.crew.tsv.gz and name.basics.tsv.gz for directors
  --open-library DIR  ol_dump_works, ol_dump_authors and ol_dump_editions (.txt.gz)
  --musicbrainz DIR   release-group and artist of the JSON dumps, unpacked (or .gz)
  --most N            rows of each dump, the best known first (200000)
  --out DIR           models/catalogue; must be another folder where a dump is read
  --rows FILE         the rows of every entry and the doubtful pairs, as JSON, for reading`;
const MOST = 200_000;

const text = { type: 'string' } as const;
const OPTIONS = {
  sources: text,
  sets: text,
  imdb: text,
  'open-library': text,
  musicbrainz: text,
  most: text,
  out: text,
  rows: text,
};

async function build(values: Readonly<Partial<Record<keyof typeof OPTIONS, string>>>): Promise<void> {
  const dumps = { imdb: values.imdb, openLibrary: values['open-library'], musicBrainz: values.musicbrainz };
  const readsDumps = Object.values(dumps).some((folder) => folder !== undefined);
  const out = resolve(values.out ?? SHIPPED);
  const most = Number(values.most ?? MOST);
  const isNothing = values.sources === undefined && values.sets === undefined && !readsDumps;
  if (isNothing) throw new WrongUsage('No folder with sources is named.');
  if (!(most >= 1)) throw new WrongUsage(`--most takes a number from 1, not “${values.most ?? ''}”.`);
  if (readsDumps && out === SHIPPED)
    throw new WrongUsage('What is read from dumps may not be shipped: name another folder with --out.');
  const startedAt = Date.now();
  const sources = joinedGoodbooks([
    ...(values.sources === undefined ? [] : await readSourceFolders(values.sources)),
    ...(values.sets === undefined ? [] : await readTrainingSets(values.sets)),
    ...(await readDumps(dumps, most)),
  ]);
  const built = await buildEntries(sources, async () => {});
  const files = writeCatalogueFiles(out, built, sources);
  console.log(summaryOf(built, sources, files));
  if (values.rows !== undefined)
    writeFileSync(values.rows, JSON.stringify({ entries: built.entries, rows: built.rows, doubtful: built.doubtful }));
  console.log(`\n${join(out, 'manifest.json')} in ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
}

await runThisCommand({ usage: USAGE, options: OPTIONS, takesFiles: false, run: ({ values }) => build(values) });
