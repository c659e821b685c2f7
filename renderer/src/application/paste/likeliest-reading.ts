import type { LineReading } from '../../importing/pasted/line-readings';
import type { PastedLine } from '../../importing/pasted/pasted-lines';
import type { ReadingMatch } from './reading-match';

/**
 * How a line is read of which the catalogue does not know the thing: as its form says; where that leaves open which
 * side is the maker, by whom of the two the catalogue knows; where it knows neither or both, as one title.
 */
export function likeliestReading({ typed, readings }: PastedLine, matches: readonly ReadingMatch[]): LineReading {
  const sure = readings.filter(({ isGuess }) => isGuess !== true);
  const first = sure[0] ?? readings[0] ?? { title: typed, creators: [], year: null };
  if (first.creators.length > 0) return first;
  const byKnownMaker = sure.filter(
    (reading) =>
      reading.creators.length > 0 &&
      matches.some((one) => one.reading === reading && one.match.verdict === 'none' && one.match.authorKnown),
  );
  const [known] = byKnownMaker;
  return known !== undefined && byKnownMaker.every(({ title }) => title === known.title) ? known : first;
}
