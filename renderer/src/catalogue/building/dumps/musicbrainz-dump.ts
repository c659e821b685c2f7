import { z } from 'zod';
import { parserOf } from '../../../domain/parsing';
import { sourceRow, type SourceRow } from '../source-row';
import type { LineBatches } from './line-batches';
import { MostOf } from './most-of';

/**
 * MusicBrainz's JSON dumps, unpacked: the files `mbdump/release-group` and `mbdump/artist`, one record as JSON a line.
 * Only core data are read, which are CC0: not genres, tags and ratings, which are CC BY-NC-SA.
 */
export interface MusicBrainzFiles {
  /** Read twice. */
  readonly releaseGroups: () => LineBatches;
  readonly artists: () => LineBatches;
}

const MAX_ALIASES = 8;
const MAX_CREDITS = 2;
/** Counters for artists, by the first digits of their numbers: some share one, which hardly moves an order. */
const COUNTER_DIGITS = 6;
const MAX_COUNT = 0xffff;
/** "Various Artists": a number that stands for nobody. */
const NOBODY = new Set(['89ad4ac3-39f7-470e-963a-56509c546377']);

const parseGroup = parserOf(
  z.object({
    id: z.string(),
    title: z.string(),
    'first-release-date': z.string().nullable().optional(),
    'primary-type': z.string().nullable().optional(),
    'secondary-types': z.array(z.string()).optional(),
    'artist-credit': z.array(z.object({ name: z.string(), artist: z.object({ id: z.string() }) })).optional(),
  }),
);
const parseArtist = parserOf(
  z.object({ id: z.string(), name: z.string(), aliases: z.array(z.object({ name: z.string() })).optional() }),
);

/**
 * The artists with the most albums, EPs and singles of their own, falling by them, then the albums of the most such
 * artists. Memory: 32 MB of counters and the chosen rows.
 * @param most how many artists, and how many albums
 */
export async function readMusicBrainzDump(files: MusicBrainzFiles, most: number): Promise<readonly SourceRow[]> {
  const counters = new Uint16Array(16 ** COUNTER_DIGITS);
  for await (const group of records(files.releaseGroups(), parseGroup)) {
    const artist = leadOf(group);
    if (artist === null || !isOriginal(group)) continue;
    const place = counterOf(artist);
    counters[place] = Math.min(MAX_COUNT, (counters[place] ?? 0) + 1);
  }
  const artists = new MostOf<SourceRow>(most);
  for await (const { id, name, aliases } of records(files.artists(), parseArtist)) {
    const renown = NOBODY.has(id) ? 0 : (counters[counterOf(id)] ?? 0);
    if (renown > 0)
      artists.add(
        renown,
        artistRow(
          id,
          name,
          (aliases ?? []).map((alias) => alias.name),
          renown,
        ),
      );
  }
  const albums = new MostOf<SourceRow>(most);
  for await (const group of records(files.releaseGroups(), parseGroup)) {
    const artist = leadOf(group);
    if (artist === null || group['primary-type'] !== 'Album' || !isOriginal(group)) continue;
    const renown = counters[counterOf(artist)] ?? 0;
    albums.add(renown, albumRow(group, renown));
  }
  return [...artists.values(), ...albums.values()];
}

type Group = NonNullable<ReturnType<typeof parseGroup>>;

/** The number of the first artist; null where nobody stands for it. */
function leadOf(group: Group): string | null {
  const id = group['artist-credit']?.[0]?.artist.id ?? null;
  return id === null || NOBODY.has(id) ? null : id;
}

/** Not a compilation, a concert, a remix. */
const isOriginal = (group: Group): boolean => (group['secondary-types'] ?? []).length === 0;

const counterOf = (id: string): number => Number.parseInt(id.slice(0, COUNTER_DIGITS), 16) || 0;

const artistRow = (id: string, name: string, aliases: readonly string[], renown: number): SourceRow =>
  sourceRow({
    id,
    kind: 'music artist',
    title: name,
    aliases: aliases.slice(0, MAX_ALIASES),
    identifiers: { musicbrainz: id },
    renown,
  });

function albumRow(group: Group, renown: number): SourceRow {
  const year = /^\d{4}/.exec(group['first-release-date'] ?? '')?.[0];
  return sourceRow({
    id: group.id,
    kind: 'album',
    title: group.title,
    creators: (group['artist-credit'] ?? []).slice(0, MAX_CREDITS).map(({ name }) => name),
    year: year === undefined || year === '0000' ? null : Number(year),
    identifiers: { musicbrainz: group.id },
    renown,
  });
}

async function* records<Record>(
  lines: LineBatches,
  parse: (value: unknown) => Record | undefined,
): AsyncGenerator<Record> {
  for await (const batch of lines)
    for (const line of batch) {
      let json: unknown;
      try {
        json = JSON.parse(line);
      } catch {
        continue;
      }
      const record = parse(json);
      if (record !== undefined) yield record;
    }
}
