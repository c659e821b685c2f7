import { partsOfLine, seriesOfLine } from '../../identity/whole-of-part';

/** "Episode 5" behind a title, for series of which Netflix names no season. */
const EPISODE =
  /^(?:episod[eio]|épisode|episódio|episodio|episode|avsnitt|afsnit|aflevering|folge|jakso|odcinek|bölüm|серия|эпизод|capítulo|chapter|第)\s?\d{1,4}\s?(?:話|集|회|화)?$/iu;

/**
 * The series that each line of a viewing history is about; null for a film. Netflix writes "Series: Season 2: Episode"
 * with the words of the account's language, or names the season ("Salt Harbour: Low Water: The Storm"): then a line of
 * three parts is an episode of what its first part names, or of a longer name that other lines show to be a series.
 */
export function seriesOfLines(lines: Iterable<string>): ReadonlyMap<string, string | null> {
  const distinct = new Set(lines);
  const found = new Map<string, string | null>();
  const known = new Set<string>();
  for (const line of distinct) {
    const series = seriesOfLine(line);
    found.set(line, series);
    if (series !== null) known.add(series);
  }
  for (const line of distinct) {
    if (found.get(line) !== null) continue;
    const parts = partsOfLine(line);
    const [first = '', second = ''] = parts;
    if (parts.length === 2 && EPISODE.test(second)) found.set(line, first);
    if (parts.length < 3) continue;
    const longer = parts
      .slice(1, -1)
      .map((_, place) => parts.slice(0, place + 2).join(': '))
      .findLast((name) => known.has(name));
    found.set(line, longer ?? first);
  }
  return found;
}
