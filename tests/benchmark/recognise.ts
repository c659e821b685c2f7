/**
 * `npm run recognise -- FILE…`: what of the things that export files name is recognised, and by what. See USAGE.
 */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Catalogue } from '../../renderer/src/catalogue/catalogue';
import { checkedThing } from './recognise/checked-ids';
import { readThings } from './recognise/export-things';
import { knownThings } from './recognise/known-things';
import { openCatalogueFolder } from '../../electron/cli/catalogue/open-catalogue-folder';
import { droppedSources } from './recognise/dropped-sources';
import { recogniseFile, rowOf } from './recognise/recognition';
import { byWriting, checkText, jsonRows, tableText, unknownText } from './recognise/recognition-text';
import { drawn } from './recognise/drawn';
import { runThisCommand, WrongUsage } from '../../electron/cli/run-command';

const FOLDER = import.meta.dirname;
const USAGE = `Usage: npm run recognise -- FILE [FILE…] [options]
  --json FILE           one row per file: file, things, recognised, known (in the model's table), authorOnly
  --list                also print what is not recognised
  --languages           also one line for each script or language that titles are seen to be written in
  --check-ids           of 500 things recognised without their ids, and of 500 by title alone, how many are others
  --as-if-dropped DIR   with all sources below DIR (folders with items.jsonl.gz) on top, merged in memory: to measure
  --catalogue DIR       another catalogue than models/catalogue
  --model DIR           another bundle than models/taste`;
/** Things whose hidden ids are compared. */
const CHECKED = 500;
const CHECK_WORDS = { ids: 'Recognised without their ids', 'all but the title': 'Recognised by their title alone' };

const OPTIONS = {
  json: { type: 'string' },
  list: { type: 'boolean' },
  languages: { type: 'boolean' },
  'check-ids': { type: 'boolean' },
  'as-if-dropped': { type: 'string' },
  catalogue: { type: 'string' },
  model: { type: 'string' },
} as const;
interface Values {
  readonly json?: string;
  readonly list?: boolean;
  readonly languages?: boolean;
  readonly 'check-ids'?: boolean;
  readonly 'as-if-dropped'?: string;
  readonly catalogue?: string;
  readonly model?: string;
}

async function measure(positionals: readonly string[], values: Values): Promise<void> {
  if (positionals.length === 0) throw new WrongUsage('No file is named.');
  const isKnown = await knownThings(values.model ?? resolve(FOLDER, '../../models/taste'));
  const shipped = await openCatalogueFolder(values.catalogue ?? resolve(FOLDER, '../../models/catalogue'));
  const dropped = values['as-if-dropped'];
  const catalogue = new Catalogue(dropped === undefined ? shipped : [await droppedSources(dropped), ...shipped]);
  const files = (await Promise.all(positionals.map(readThings))).flat();
  const found = files.map((file) => ({ file: file.file, found: recogniseFile(file, catalogue, isKnown) }));
  const rows = found.map((one) => rowOf(one.file, one.found));
  console.log(tableText(rows));
  if (values.languages === true) console.log(`\n${tableText(byWriting(found.flatMap((one) => one.found)))}`);
  if (values['check-ids'] === true)
    for (const hidden of ['ids', 'all but the title'] as const) {
      const checked = files.flatMap(({ file, things }) =>
        things.flatMap(([description]) => checkedThing(file, description, catalogue, hidden) ?? []),
      );
      console.log(`\n${checkText(CHECK_WORDS[hidden], checked, drawn(checked, CHECKED))}`);
    }
  if (values.list === true) console.log(found.map((one) => unknownText(one.file, one.found)).join('\n'));
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(jsonRows(rows), null, 2)}\n`);
}

await runThisCommand({
  usage: USAGE,
  options: OPTIONS,
  takesFiles: true,
  run: ({ values, positionals }) => measure(positionals, values),
});
