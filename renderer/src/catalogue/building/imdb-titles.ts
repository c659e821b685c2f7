import { type CatalogueEntry, MAX_CATALOGUE_CAST, MAX_CATALOGUE_CREATORS } from '../../domain/catalogue';
import type { Catalogue } from '../catalogue';
import { entriesOf, MAX_ALIASES, MAX_TAGS } from './build-entries';
import { type ImdbFiles, readImdbDump } from './dumps/imdb-dump';

/** Of that many the last have some hundred votes: well below what anybody has heard of. */
export const MOST_IMDB_TITLES = 200_000;

/**
 * The most rated titles of IMDb's files as entries, with what the catalogue in use knows of them besides: IMDb's two
 * files name neither makers nor actors, and a thing of two files is shown as the more famous of the two has it.
 * @param yieldIfDue called all the time; what it throws ends the work
 */
export async function imdbTitles(
  files: ImdbFiles,
  known: Catalogue,
  yieldIfDue: () => Promise<void>,
  most = MOST_IMDB_TITLES,
): Promise<readonly CatalogueEntry[]> {
  const rows = await readImdbDump(files, most);
  await yieldIfDue();
  // IMDb gives every title one number: nothing is to be merged.
  const { entries } = entriesOf(rows.map((row) => ({ rows: [{ source: 'imdb', row }] })));
  const completed: CatalogueEntry[] = [];
  for (const entry of entries) {
    await yieldIfDue();
    completed.push(withKnownFacts(entry, known));
  }
  return completed;
}

function withKnownFacts(entry: CatalogueEntry, known: Catalogue): CatalogueEntry {
  const { kind, title, creators, year, identifiers, length } = entry;
  const match = known.recognise({ kind, title, creators, year, series: null, identifiers, length });
  if (match.verdict !== 'same' || match.by === 'title') return entry;
  const other = match.entry;
  const titles = [other.title, ...other.aliases].filter((one) => one !== title);
  return {
    ...entry,
    aliases: [...new Set([...entry.aliases, ...titles])].slice(0, MAX_ALIASES),
    creators: entry.creators.length > 0 ? entry.creators : other.creators.slice(0, MAX_CATALOGUE_CREATORS),
    cast: other.cast.slice(0, MAX_CATALOGUE_CAST),
    year: entry.year ?? other.year,
    tags: [...new Set([...other.tags, ...entry.tags])].slice(0, MAX_TAGS),
    length: entry.length ?? other.length,
    identifiers: { ...other.identifiers, ...entry.identifiers },
    sources: [...new Set([...other.sources, ...entry.sources])],
  };
}
