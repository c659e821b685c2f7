import type { CatalogueEntry } from '../../domain/catalogue';
import type { CataloguePort } from '../../domain/ports/catalogue';
import { parseName, type PersonName } from '../../identity/person-name';
import { relateMakers } from '../../identity/relate-makers';
import type { LineReading } from '../../importing/pasted/line-readings';
import type { PastedLine } from '../../importing/pasted/pasted-lines';
import { meaningOf } from './line-meaning';
import type { ReadingMatch } from './reading-match';

/** Readings of a line that may be spelled wrong. */
const MAX_MISSPELT = 3;
const MAX_CANDIDATES = 5;
/** Lines in one call. */
const LINES = 20;

/** Of lines that mean nothing as they are spelled: what they may mean with a typing error, in doubt. */
export async function addRespelt(
  catalogue: Pick<CataloguePort, 'respelt'>,
  lines: readonly PastedLine[],
  kind: string | null,
  found: Map<number, ReadingMatch[]>,
  signal: AbortSignal,
): Promise<void> {
  const unknown = lines.filter(
    (line) =>
      !line.isHeading &&
      !line.isBareLink &&
      !line.isTooLong &&
      meaningOf(found.get(line.number) ?? [], kind ?? line.kind).verdict === 'none',
  );
  for (let start = 0; start < unknown.length; start += LINES) {
    const asked = unknown
      .slice(start, start + LINES)
      .flatMap((line) => line.readings.slice(0, MAX_MISSPELT).map((reading) => ({ line, reading })));
    const titles = asked.map(({ line, reading: { title } }) => ({ text: title, kind: kind ?? line.kind }));
    const suggestions = await catalogue.respelt({ titles, limit: MAX_CANDIDATES }, { signal });
    for (const [place, { line, reading }] of asked.entries())
      for (const { index, entry, alias } of suggestions[place] ?? []) {
        if (!mayBeOf(reading, entry)) continue;
        const candidate = { index, entry, evidence: ['misspelt-title' as const] };
        const meant = { ...reading, title: alias ?? entry.title };
        const match = { reading: meant, match: { verdict: 'doubtful' as const, candidates: [candidate] } };
        const ofLine = found.get(line.number);
        if (ofLine === undefined) found.set(line.number, [match]);
        else ofLine.push(match);
      }
  }
}

/** False: the line names another year, or makers of whom the entry has none. */
const mayBeOf = ({ year, creators }: LineReading, entry: CatalogueEntry): boolean =>
  (year === null || entry.year === null || Math.abs(year - entry.year) <= 1) &&
  (creators.length === 0 ||
    entry.creators.length === 0 ||
    relateMakers(namesOf(creators), namesOf(entry.creators)) !== 'different');

const namesOf = (names: readonly string[]): readonly PersonName[] =>
  names.map(parseName).filter((name) => name !== null);
