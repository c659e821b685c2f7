import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSourceLine, type SourceRow } from '../../../renderer/src/catalogue/building/source-row';
import type { BuiltSource, SourceTerms } from './built-source';
import { readLines } from './read-lines';
import { ownValue } from '../../../renderer/src/domain/own-value';

/** `SOURCE.json` beside the rows of a source. */
interface SourceSheet {
  readonly name: string;
  readonly repository: string;
  readonly path: string;
  readonly commit: string;
  readonly licence: string;
  readonly ship: string;
  readonly note?: string;
}

const SHEET_FILE = 'SOURCE.json';
const ROWS_FILE = 'items.jsonl.gz';

/** Licences as repositories write them → SPDX names. What is not here may not be shipped, whatever the sheet says. */
const SPDX: Readonly<Record<string, string>> = {
  MIT: 'MIT',
  'BSD 2-Clause': 'BSD-2-Clause',
  'BSD 3-Clause': 'BSD-3-Clause',
  'Apache 2.0': 'Apache-2.0',
  CC0: 'CC0-1.0',
  'CC BY 4.0': 'CC-BY-4.0',
  'CC BY-SA 4.0': 'CC-BY-SA-4.0',
};

/** "BSD 2-Clause (LICENSE)" → "BSD-2-Clause"; null for a licence that is not known to allow it. */
export const spdxOf = (licence: string): string | null =>
  ownValue(SPDX, licence.replace(/\s*\(.*$/, '').trim()) ?? null;

/** Copyright lines that the licence asks to be kept; of the others the repository is named. */
const COPYRIGHT: Readonly<Record<string, string>> = {
  'prust/wikipedia-movie-data': 'Copyright (c) 2016 Peter Rust',
  'fivethirtyeight/data': 'FiveThirtyEight (https://data.fivethirtyeight.com)',
};

/** What a sheet allows: "yes", "yes, without crowd", "yes (share-alike, credit)"; everything else is no. */
export function termsOf({ ship, licence }: Pick<SourceSheet, 'ship' | 'licence'>): {
  readonly terms: SourceTerms;
  readonly crowd: boolean;
} | null {
  const spdx = spdxOf(licence);
  if (!/^yes\b/i.test(ship) || spdx === null) return null;
  const shareAlike = /share-?alike/i.test(ship) || /-SA-/.test(spdx);
  return { terms: shareAlike ? 'share-alike' : 'open', crowd: !/without crowd/i.test(ship) };
}

/** Reads the sources below a folder that may be shipped, by name. */
export async function readSourceFolders(folder: string): Promise<readonly BuiltSource[]> {
  const sources: BuiltSource[] = [];
  for (const name of readdirSync(folder).toSorted()) {
    const sheetFile = join(folder, name, SHEET_FILE);
    if (!existsSync(sheetFile)) continue;
    const sheet = readSheet(sheetFile);
    const terms = termsOf(sheet);
    if (terms === null) continue;
    sources.push({
      name: sheet.name,
      terms: terms.terms,
      licence: spdxOf(sheet.licence) ?? sheet.licence,
      origin: `https://github.com/${sheet.repository}, ${sheet.path}, commit ${sheet.commit}`,
      credit: ownValue(COPYRIGHT, sheet.repository) ?? `the authors of ${sheet.repository}`,
      day: /\d{4}-\d\d-\d\d/.exec(sheet.commit)?.[0] ?? null,
      note: sheet.note ?? '',
      rows: await readRows(join(folder, name, ROWS_FILE), terms.crowd),
    });
  }
  return sources;
}

function readSheet(file: string): SourceSheet {
  const sheet: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const fields = ['name', 'repository', 'path', 'commit', 'licence', 'ship'] as const;
  // Checked below: an object whose named fields are texts.
  const read = (typeof sheet === 'object' && sheet !== null ? sheet : {}) as SourceSheet;
  const missing = fields.filter((field) => typeof read[field] !== 'string');
  if (missing.length > 0) throw new Error(`${file} says nothing of ${missing.join(', ')}.`);
  return read;
}

/** Rows of an `items.jsonl.gz`. Throws where a line is no row: a source is to be mended, not to lose things. */
export async function readRows(file: string, withCrowd = true): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of readLines(file))
    for (const line of batch) {
      if (line === '') continue;
      const row = readSourceLine(line);
      if (row === null) throw new Error(`${file}: line ${String(rows.length + 1)} is no row: ${line.slice(0, 80)}`);
      rows.push(withCrowd ? row : { ...row, crowd: null });
    }
  return rows;
}
