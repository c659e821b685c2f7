/**
 * The series that the title of a season or an episode names: "Salt Harbour: Season 2: The Storm" and "Salt Harbour 2nd
 * Season" are of "Salt Harbour". The words are those that exports use.
 */
const SEASON =
  'season|series|temporada|saison|staffel|stagione|seizoen|sæson|säsong|sesong|kausi|sezon(?:a|ul)?|sezón|řada|série|séria|évad|сезон|κύκλος|σεζόν|musim|mùa|phần|עונה|الموسم|فصل|सीज़न';
/** Alone they may be the second of two films ("Salt Harbour: Part 2"); with an episode behind them they are seasons. */
const PART =
  'part|parte|partie|teil|deel|del|część|bölüm|kısım|часть|μέρος|volume|volumen|vol\\.|book|buch|libro|livro|chapter|collection|colección|coleção|パート|파트';
const ONE_SEASON =
  'limited series|mini-?series?|miniss[eé]rie|mini-?s[eé]rie|serie limitada|série limitée|mini dizi|мини-?сериал|мінісеріал|miniserial|minisorozat|minisarja|miniserien|serial limitowany|リミテッドシリーズ|ミニシリーズ|限定剧|迷你剧集?|影集特輯|限定影集|리미티드 시리즈|specials?';
const NUMBER = '(?:\\d{1,3}|[ivx]{1,4}|one|two|three|four|five|six)';
/** Words that stand against their number. */
const EAST_ASIAN =
  '(?:シーズン|시즌|ซีซั่น|ซีซัน|season)\\s?\\d{1,3}|第\\s?[\\d一二三四五六七八九十]{1,3}\\s?(?:季|シーズン|期|部)';

const NAMES_SEASON = new RegExp(
  `^(?:(?:${SEASON}) ${NUMBER}|${NUMBER}\\. ?(?:${SEASON})|${EAST_ASIAN}|${ONE_SEASON})$`,
  'iu',
);
const NAMES_PART = new RegExp(`^(?:(?:${PART}) ?${NUMBER}|${NUMBER}\\. ?(?:${PART}))$`, 'iu');

/** "2nd Season", "Season 2", "Final Season Part 2", "Cour 2" at the end of a title. */
const ENDS_IN_SEASON =
  /(?:[\s:,–-]+(?:(?:the )?final season|\d{1,2}(?:st|nd|rd|th) (?:season|series|cour)|(?:season|part|cour|series) (?:\d{1,2}|[ivx]{1,4})))+$/iu;

/** The parts of a line with colons, which some alphabets write wide. */
export const partsOfLine = (line: string): readonly string[] => line.trim().split(/\s*(?::\s+|：\s*)/u);

/** The series that a line such as "Series: Season 1: Episode" is about; null for a line that names no season. */
export function seriesOfLine(line: string): string | null {
  const parts = partsOfLine(line);
  const [first = ''] = parts;
  const at = parts.findIndex(
    (part, place) =>
      place > 0 &&
      (NAMES_SEASON.test(part) || (place + 1 < parts.length && (NAMES_PART.test(part) || namesAgain(first, part)))),
  );
  return at < 0 ? null : parts.slice(0, at).join(': ');
}

/** "Salt Harbour 3" behind "Salt Harbour": a season that is called so. */
const namesAgain = (series: string, part: string): boolean =>
  part.startsWith(series) && /^\s\d{1,2}$/.test(part.slice(series.length));

/** The title of the whole that a title names a season or an episode of; null where it names none. */
export function wholeOfPart(title: string): string | null {
  const whole = (seriesOfLine(title) ?? title.trim()).replace(ENDS_IN_SEASON, '');
  return whole === '' || whole === title.trim() ? null : whole;
}
