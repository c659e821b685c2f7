/**
 * `npm run key-strokes`: how many keys it takes until a title is completed, and whether the right thing is taken. See
 * USAGE.
 */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Catalogue } from '../../renderer/src/catalogue/catalogue';
import { groupsOf } from './key-strokes/groups';
import { missesText, rowOf, tableText } from './key-strokes/key-strokes-text';
import { offeredBy, typeTitle, withoutArticle, type TypedTitle } from './key-strokes/typed-titles';
import { knownThings } from './recognise/known-things';
import { openCatalogueFolder } from '../../electron/cli/catalogue/open-catalogue-folder';
import { runThisCommand } from '../../electron/cli/run-command';

const USAGE = `Usage: npm run key-strokes -- [options]
Types titles of the catalogue in lower case, with an empty library and no kind chosen, and counts letters, arrows down
(among the first 5) and Enter; once as they are written, once without a leading The, A or An. 200 of the 1,000 best
known films, 200 of the books that the model was trained on, and of every other kind 200 of its 1,000 best known; always
the same ones.
  --json FILE       one row per group
  --list            also print what Enter took instead after the whole title, and what was never among the first 5
  --usual-kind K    the kind most of the library is of (that of each group): things of it count as better known
  --catalogue DIR   another catalogue than models/catalogue
  --model DIR       another bundle than models/taste`;

const OPTIONS = {
  json: { type: 'string' },
  list: { type: 'boolean' },
  'usual-kind': { type: 'string' },
  catalogue: { type: 'string', default: resolve(import.meta.dirname, '../../models/catalogue') },
  model: { type: 'string', default: resolve(import.meta.dirname, '../../models/taste') },
} as const;
interface Values {
  readonly json?: string;
  readonly list?: boolean;
  readonly 'usual-kind'?: string;
  readonly catalogue: string;
  readonly model: string;
}

async function measure(values: Values): Promise<void> {
  const catalogue = new Catalogue(await openCatalogueFolder(values.catalogue));
  const groups = groupsOf(catalogue, await knownThings(values.model)).map(({ name, kind, things }) => {
    const offered = offeredBy(catalogue, values['usual-kind'] ?? kind);
    const typedAs = (write: (title: string) => string): readonly TypedTitle[] =>
      things.map(({ index, entry }) => typeTitle(write(entry.title), index, offered));
    return { name, typed: typedAs((title) => title), short: typedAs(withoutArticle) };
  });
  const rows = groups.map(({ name, typed, short }) => rowOf(name, typed, short));
  console.log(tableText(rows));
  if (values.list === true) console.log(groups.map(({ name, typed }) => `\n${missesText(name, typed)}`).join('\n'));
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`);
}

await runThisCommand({ usage: USAGE, options: OPTIONS, takesFiles: false, run: ({ values }) => measure(values) });
