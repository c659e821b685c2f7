import type { BuiltCatalogue } from '../../../renderer/src/catalogue/building/build-entries';
import type { CatalogueEntry } from '../../../renderer/src/domain/catalogue';
import type { BuiltSource } from './built-source';
import type { WrittenFile } from './catalogue-files';

const MEGABYTE = 1e6;
const MOST_DROPPED = 12;

/** Columns of the table by kind: the share of its things that have the fact. */
const FACTS: Readonly<Record<string, (entry: CatalogueEntry) => boolean>> = {
  year: ({ year }) => year !== null,
  creators: ({ creators }) => creators.length > 0,
  cast: ({ cast }) => cast.length > 0,
  tags: ({ tags }) => tags.length > 0,
  ids: ({ identifiers }) => Object.keys(identifiers).length > 0,
  aliases: ({ aliases }) => aliases.length > 0,
  length: ({ length }) => length !== null,
  crowd: ({ crowd }) => crowd !== null,
};

/** What a build did, for reading. */
export function summaryOf(
  { entries, rows, doubtful, droppedTags }: BuiltCatalogue,
  sources: readonly BuiltSource[],
  files: readonly WrittenFile[],
): string {
  const kinds = new Map<string, CatalogueEntry[]>();
  for (const entry of entries) {
    const own = kinds.get(entry.kind);
    if (own === undefined) kinds.set(entry.kind, [entry]);
    else own.push(entry);
  }
  const total = sources.reduce((sum, source) => sum + source.rows.length, 0);
  const joined = rows.filter((list) => list.length > 1);
  const across = joined.filter((list) => new Set(list.map(({ source }) => source)).size > 1).length;
  const dropped = [...droppedTags].sort(([, one], [, other]) => other - one);
  return [
    table([
      ['kind', 'things', ...Object.keys(FACTS)],
      ...[...kinds].map(([kind, own]) => [
        kind,
        String(own.length),
        ...Object.values(FACTS).map((has) => `${((100 * own.filter(has).length) / own.length).toFixed(0)} %`),
      ]),
    ]),
    '',
    ...files.map(
      ({ name, bytes, entries: count }) => `${name}: ${String(count)} things, ${(bytes / MEGABYTE).toFixed(2)} MB`,
    ),
    `${String(total)} rows of ${String(sources.length)} sources became ${String(entries.length)} things: ` +
      `${String(across)} have rows of several sources, ${String(joined.length - across)} several rows of one.`,
    `${String(doubtful.length)} pairs stay apart in doubt.`,
    `${String(dropped.reduce((sum, [, count]) => sum + count, 0))} tags were dropped: ` +
      dropped
        .slice(0, MOST_DROPPED)
        .map(([tag, count]) => `${tag} (${String(count)})`)
        .join(', '),
  ].join('\n');
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
