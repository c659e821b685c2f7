import { columnReader } from './containers/csv-table';
import type { SourceFile } from './containers/source-file';

/** A file of a service that says nothing of what somebody likes: by its columns or keys, and what is said of it. */
interface KnownRefusal {
  /** All of them stand in the header, or as keys in the beginning of the JSON. */
  readonly names: readonly string[];
  readonly reason: string;
}

const WHERE =
  'Google’s record of where somebody was; never read. Saved places are in the Takeout of “Saved” and of “Maps (your places)”.';

const TABLES: readonly KnownRefusal[] = [
  {
    names: ['Activity ID', 'Activity Type', 'Elapsed Time'],
    reason: 'Strava’s activities: what somebody did, no list of things they like; nothing of it is read.',
  },
  {
    names: ['Order ID', 'ASIN'],
    reason:
      'Amazon’s orders: what was bought, for whomever; never read. Books of a Kindle are in My Clippings.txt, films in the history of Prime Video.',
  },
];

const JSON_FILES: readonly KnownRefusal[] = [
  { names: ['timelineObjects'], reason: WHERE },
  { names: ['semanticSegments'], reason: WHERE },
  { names: ['locations', 'latitudeE7', 'timestamp'], reason: WHERE },
  {
    names: ['Your Activity', 'Login History'],
    reason: 'TikTok’s archive: links without titles, messages and log-ins; nothing of it is read.',
  },
];

const YAML = 'a YAML file, which this program does not read. Turn it into JSON, as any converter does, and drop that.';
const YAML_LINE = /^\s*(?:-\s+)?[\w-]+:(?:\s+\S.*)?$/u;

/** Names with their values, some of them below another. */
function isYaml(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '');
  const named = lines.filter((line) => YAML_LINE.test(line));
  return named.length > 2 && named.length >= lines.length * 0.6 && named.some((line) => /^\s+\w/u.test(line));
}

/** What is said of a file that is known and holds nothing that somebody likes; null for any other. */
export function knownRefusal(file: SourceFile): string | null {
  if (file.container === 'json') {
    const start = file.text.slice(0, 20_000);
    return JSON_FILES.find(({ names }) => names.every((name) => start.includes(`"${name}"`)))?.reason ?? null;
  }
  if (file.container === 'text' && isYaml(file.text)) return YAML;
  const columns = columnReader(file.firstRecords[0]?.cells ?? []);
  return TABLES.find(({ names }) => names.every((name) => columns.has(name)))?.reason ?? null;
}
