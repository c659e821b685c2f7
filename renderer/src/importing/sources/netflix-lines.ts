import { partsOfLine, seriesOfLine } from '../../identity/whole-of-part';

/** "Episode 5" or "5화" behind a title, for series of which Netflix names no season. */
const EPISODE =
  /^(?:(?:episod[eio]|épisode|episódio|episodio|episode|avsnitt|afsnit|aflevering|folge|jakso|odcinek|bölüm|серия|эпизод|capítulo|chapter|エピソード|第|제)\s?\d{1,4}\s?(?:話|集|회|화)?|\d{1,4}\s?(?:話|集|회|화|\. ?bölüm))$/iu;

/**
 * So many lines of two parts that begin alike are episodes and not films of one name ("Salt Harbour: The Bridge"): on
 * one day, or in all. Below that they stay films, since a film trilogy or the shows of a comedian look the same.
 */
const EPISODES_ON_A_DAY = 4;
const EPISODES_IN_ALL = 8;
/** Fewer will do where lines with a season, or of three parts, show that the name is a series. */
const BESIDE_SEASONS = 2;
const BESIDE_THREE_PARTS = 3;

/** Lines of two parts by the first of them. */
class SameBeginning {
  readonly lines = new Set<string>();
  readonly #byDay = new Map<string, Set<string>>();

  add(line: string, day: string): void {
    this.lines.add(line);
    if (day === '') return;
    const those = this.#byDay.get(day) ?? new Set();
    this.#byDay.set(day, those.add(line));
  }

  get mostOnADay(): number {
    return Math.max(0, ...[...this.#byDay.values()].map(({ size }) => size));
  }
}

/**
 * The series that each line of a viewing history is about; null for a film. Netflix writes "Series: Season 2: Episode"
 * with the words of the account's language, or names the season ("Salt Harbour: Low Water: The Storm"): then a line of
 * three parts is an episode of what its first part names, or of a longer name that other lines show to be a series.
 * Some series have lines of two parts, which only their number tells from films.
 * @param days one for each line, in any form; '' where it is not known
 */
export function seriesOfLines(
  lines: readonly string[],
  days: readonly string[] = [],
): ReadonlyMap<string, string | null> {
  const distinct = new Set(lines);
  const found = new Map<string, string | null>();
  const known = new Set<string>();
  for (const line of distinct) {
    const series = seriesOfLine(line);
    found.set(line, series);
    if (series !== null) known.add(series);
  }
  const ofThreeParts = new Set<string>();
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
    if (longer === undefined) ofThreeParts.add(first);
  }
  const beginnings = new Map<string, SameBeginning>();
  for (const [index, line] of lines.entries()) {
    const [first = '', ...rest] = partsOfLine(line);
    if (rest.length !== 1 || found.get(line) !== null) continue;
    const same = beginnings.get(first) ?? new SameBeginning();
    beginnings.set(first, same);
    same.add(line, days[index] ?? '');
  }
  for (const [first, same] of beginnings) {
    const enough = known.has(first) ? BESIDE_SEASONS : ofThreeParts.has(first) ? BESIDE_THREE_PARTS : EPISODES_IN_ALL;
    if (same.lines.size >= enough || same.mostOnADay >= EPISODES_ON_A_DAY)
      for (const line of same.lines) found.set(line, first);
  }
  return found;
}
