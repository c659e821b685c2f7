import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readImdbDump } from '../../../renderer/src/catalogue/building/dumps/imdb-dump';
import type { LineBatches } from '../../../renderer/src/catalogue/building/dumps/line-batches';
import { readMusicBrainzDump } from '../../../renderer/src/catalogue/building/dumps/musicbrainz-dump';
import { readOpenLibraryDump } from '../../../renderer/src/catalogue/building/dumps/open-library-dump';
import type { BuiltSource } from './built-source';
import { readLines } from './read-lines';

/** Folders of downloaded public dumps. */
export interface DumpFolders {
  readonly imdb?: string | undefined;
  readonly openLibrary?: string | undefined;
  readonly musicBrainz?: string | undefined;
}

/** @param most rows of each dump */
export async function readDumps(folders: DumpFolders, most: number): Promise<readonly BuiltSource[]> {
  const sources: BuiltSource[] = [];
  if (folders.imdb !== undefined) sources.push(await readImdb(folders.imdb, most));
  if (folders.openLibrary !== undefined) sources.push(await readOpenLibrary(folders.openLibrary, most));
  if (folders.musicBrainz !== undefined) sources.push(await readMusicBrainz(folders.musicBrainz, most));
  return sources;
}

async function readImdb(folder: string, most: number): Promise<BuiltSource> {
  const ratings = fileIn(folder, /^title\.ratings\.tsv(?:\.gz)?$/);
  const crew = optionalFileIn(folder, /^title\.crew\.tsv(?:\.gz)?$/);
  const names = optionalFileIn(folder, /^name\.basics\.tsv(?:\.gz)?$/);
  return {
    name: 'imdb',
    terms: 'personal',
    licence: 'IMDb non-commercial licensing',
    origin: 'https://developer.imdb.com/non-commercial-datasets/',
    credit: 'Information courtesy of IMDb (https://www.imdb.com). Used with permission.',
    day: dayOf(ratings),
    note: 'personal and non-commercial use only; may not be passed on',
    rows: await readImdbDump(
      {
        ratings: readLines(ratings),
        basics: readLines(fileIn(folder, /^title\.basics\.tsv(?:\.gz)?$/)),
        ...(crew === null || names === null ? {} : { crew: readLines(crew), names: readLines(names) }),
      },
      most,
    ),
  };
}

async function readOpenLibrary(folder: string, most: number): Promise<BuiltSource> {
  const works = fileIn(folder, /^ol_dump_works.*\.txt(?:\.gz)?$/);
  return {
    name: 'openlibrary',
    terms: 'open',
    licence: 'no rights claimed by the Internet Archive',
    origin: 'https://openlibrary.org/developers/dumps',
    credit: 'Open Library, Internet Archive',
    day: dayOf(works),
    note: 'facts alone: titles, authors, years, subjects, pages, ids',
    rows: await readOpenLibraryDump(
      {
        works: again(works),
        authors: again(fileIn(folder, /^ol_dump_authors.*\.txt(?:\.gz)?$/)),
        editions: again(fileIn(folder, /^ol_dump_editions.*\.txt(?:\.gz)?$/)),
      },
      most,
    ),
  };
}

async function readMusicBrainz(folder: string, most: number): Promise<BuiltSource> {
  const releaseGroups = fileIn(folder, /^release-group(?:\.jsonl)?(?:\.gz)?$/);
  return {
    name: 'musicbrainz',
    terms: 'open',
    licence: 'CC0-1.0',
    origin: 'https://musicbrainz.org/doc/Development/JSON_Data_Dumps',
    credit: 'MusicBrainz, MetaBrainz Foundation',
    day: dayOf(releaseGroups),
    note: 'core data alone (CC0); not genres, tags and ratings (CC BY-NC-SA 3.0)',
    rows: await readMusicBrainzDump(
      { releaseGroups: again(releaseGroups), artists: again(fileIn(folder, /^artist(?:\.jsonl)?(?:\.gz)?$/)) },
      most,
    ),
  };
}

const again = (file: string) => (): LineBatches => readLines(file);

function optionalFileIn(folder: string, name: RegExp): string | null {
  const found = existsSync(folder)
    ? readdirSync(folder)
        .toSorted()
        .find((file) => name.test(file))
    : undefined;
  return found === undefined ? null : join(folder, found);
}

function fileIn(folder: string, name: RegExp): string {
  const found = optionalFileIn(folder, name);
  if (found === null) throw new Error(`There is no file like ${name.source} in ${folder}.`);
  return found;
}

/** The day in the file's name (`ol_dump_works_2026-08-31.txt.gz`), else of its last change. */
const dayOf = (file: string): string =>
  /\d{4}-\d\d-\d\d/.exec(file.slice(file.lastIndexOf('/')))?.[0] ?? statSync(file).mtime.toISOString().slice(0, 10);
