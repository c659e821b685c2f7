import type { LibraryItem } from '../../renderer/src/domain/recommendation-request';
import { EXPORTS } from './option-table';
import type { ExportName } from './options';
import type { PackResult } from './pack-pool';
import { VARIANTS } from './pack';
import { meansOverPacks } from './summary';
import type { SummaryRow } from './summary';
import { aligned, figure, SHOWN } from './tables';

/** Which exports libraries of each kind come from. A kind that no export carries is not masked. */
const FAMILIES: readonly {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly masks: readonly ExportName[];
}[] = [
  { name: 'films', kinds: ['movie', 'series', 'short', 'tv movie', 'episode'], masks: ['letterboxd', 'imdb'] },
  { name: 'books', kinds: ['book', 'comic'], masks: ['goodreads'] },
  { name: 'music', kinds: ['music artist'], masks: ['music'] },
];
const UNMASKED = 'nothing masked';

/** The exports that most of a pack's items could have come from. */
export function masksFor(items: readonly LibraryItem[]): readonly ExportName[] {
  return (
    FAMILIES.find(({ kinds }) => items.filter(({ kind }) => kinds.includes(kind)).length > items.length / 2)?.masks ??
    []
  );
}

interface Line {
  readonly name: string;
  readonly rows: ReadonlyMap<ExportName | null, readonly SummaryRow[]>;
}

/** Per variant: packs by mask, and the mean of each family; only columns of one family are comparable. */
export function asImportedTables(results: readonly PackResult[]): string {
  const packs = results.map(({ pack, runs }): Line => ({
    name: pack,
    rows: new Map(runs.map(({ asImported, rows }) => [asImported, rows])),
  }));
  const lines = [...packs, ...familyMeans(packs)];
  return VARIANTS.flatMap((variant) => {
    const cell = ({ rows }: Line, mask: ExportName | null): string => {
      const row = rows
        .get(mask)
        ?.find(
          (one) =>
            one.variant === variant &&
            one.method === 'handpicked' &&
            one.metric === SHOWN[variant] &&
            one.bucket === 'all',
        );
      return row === undefined ? '' : figure(row.value);
    };
    const shown = lines.filter((line) => cell(line, null) !== '');
    if (shown.length === 0) return [];
    const [setting] = shown[0]?.rows.get(null) ?? [];
    return [
      `${variant}: ${SHOWN[variant]}, handpicked as imported, ${setting?.mode ?? ''}, crowd ${setting?.crowd ?? ''}\n${aligned(
        [
          ['pack', UNMASKED, ...EXPORTS],
          ...shown.map((line) => [line.name, cell(line, null), ...EXPORTS.map((mask) => cell(line, mask))]),
        ],
      )}`,
    ];
  }).join('\n\n');
}

/** Rows of every run, each with the export it was masked to (null = none). */
export function asImportedRows(
  results: readonly PackResult[],
): readonly (SummaryRow & { readonly asImported: ExportName | null })[] {
  const packs = results.map(({ pack, runs }): Line => ({
    name: pack,
    rows: new Map(runs.map(({ asImported, rows }) => [asImported, rows])),
  }));
  return [...packs, ...familyMeans(packs)].flatMap(({ rows }) =>
    [...rows].flatMap(([asImported, found]) => found.map((row) => ({ ...row, asImported }))),
  );
}

function familyMeans(packs: readonly Line[]): readonly Line[] {
  return FAMILIES.flatMap(({ name, masks }) => {
    const members = packs.filter(({ rows }) => masks.every((mask) => rows.has(mask)));
    if (members.length === 0) return [];
    const mean = (mask: ExportName | null) =>
      [
        mask,
        meansOverPacks(
          members.flatMap(({ rows }) => rows.get(mask) ?? []),
          `mean of ${name}`,
        ),
      ] as const;
    return [{ name: `mean of ${name}`, rows: new Map([null, ...masks].map(mean)) }];
  });
}
