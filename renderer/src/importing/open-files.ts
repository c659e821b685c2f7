import { AppError, toAppError } from '../domain/errors';
import { openArchive, isSystemFile, type ExportFile } from './containers/archive';
import { blobSource, firstBytes, wholeBlob, type ByteSource } from './containers/byte-source';
import { KIND_BYTES, refusalOf, unreadKind } from './containers/file-kinds';
import { gunzipped, isGzip } from './containers/gzip';
import { openFile } from './containers/open-file';
import { isPersonal } from './containers/personal-files';
import type { SourceFile } from './containers/source-file';
import { openWorkbook } from './containers/workbook';
import { isZip } from './containers/zip-members';
import type { Pacer } from './pacer';

/** A gzip file inside an archive is unpacked twice, the first time as a whole. */
const MAX_NESTED_BYTES = 2 ** 28;

export interface OpenedFile {
  readonly file: SourceFile;
  /** The archive or folder that was chosen; null for a file that was. */
  readonly archive: string | null;
}

export interface OpenedFiles {
  readonly opened: readonly OpenedFile[];
  /** What could not be opened, and why. */
  readonly refused: readonly { readonly file: string; readonly reason: string; readonly archive: string | null }[];
  /** Members of archives and folders that are left alone, and why. */
  readonly ignored: readonly { readonly archive: string; readonly file: string; readonly reason: string }[];
}

export interface OpenOptions {
  /** Open this one alone, by its path. */
  readonly only?: string | undefined;
  /** What the person said of the encoding of a file. */
  readonly encodingOf: (path: string) => string | undefined;
}

interface Found {
  readonly opened: OpenedFile[];
  readonly refused: OpenedFiles['refused'][number][];
  readonly ignored: OpenedFiles['ignored'][number][];
}

/**
 * Files as they were chosen, members of archives, sheets of workbooks: all that can be read, and of all else why not.
 * Rejects with `cancelled` only.
 */
export async function openFiles(
  files: readonly ExportFile[],
  options: OpenOptions,
  pacer: Pacer,
): Promise<OpenedFiles> {
  const found: Found = { opened: [], refused: [], ignored: [] };
  for (const file of withOwnNames(files)) {
    const { only } = options;
    if (only !== undefined && only !== file.name && !only.startsWith(`${file.name}/`)) continue;
    pacer.beginFile();
    await pacer.yieldIfDue();
    await openOne(file, folderOf(file.name), found, options, pacer);
  }
  const folders = new Set(files.flatMap(({ name }) => folderOf(name) ?? []));
  for (const folder of folders)
    if (![...found.opened, ...found.refused].some(({ archive }) => archive === folder))
      found.refused.push({
        file: folder,
        reason: 'a folder with nothing in it that this program reads',
        archive: null,
      });
  return found;
}

/** Two files of one name are two files. */
function withOwnNames(files: readonly ExportFile[]): ExportFile[] {
  const names = new Set<string>();
  return files.map((file) => {
    let { name } = file;
    for (let count = 2; names.has(name); count += 1) name = `${file.name} (${String(count)})`;
    names.add(name);
    return { name, blob: file.blob };
  });
}

/** The folder that was dropped, of a file with its path. */
const folderOf = (name: string): string | null => (name.includes('/') ? (name.split('/')[0] ?? null) : null);

async function openOne(
  file: ExportFile,
  folder: string | null,
  found: Found,
  options: OpenOptions,
  pacer: Pacer,
): Promise<void> {
  const leave = (reason: string): void => {
    if (folder === null) found.refused.push({ file: file.name, reason, archive: null });
    else found.ignored.push({ archive: folder, file: file.name, reason });
  };
  if (folder !== null && isSystemFile(file.name)) return;
  if (folder !== null && isPersonal(file.name.slice(folder.length + 1))) return leave('personal; never read');
  try {
    const source = blobSource(file.blob);
    const head = await firstBytes(source, KIND_BYTES, pacer);
    const kind = unreadKind(head);
    if (kind !== null) return leave(refusalOf(kind));
    if (isZip(head)) return await openMembers(file, folder, found, options, pacer);
    await openPlain(file.name, source, head, folder, found, options, pacer);
  } catch (error) {
    found.refused.push({ file: file.name, reason: reasonOf(error), archive: folder });
  }
}

/** A file that is no archive, gzip unpacked. */
async function openPlain(
  name: string,
  source: ByteSource,
  head: Uint8Array,
  archive: string | null,
  found: Found,
  options: OpenOptions,
  pacer: Pacer,
): Promise<void> {
  let bytes = source;
  if (isGzip(head)) {
    bytes = gunzipped(name, source.blob ?? (await wholeBlob(source, MAX_NESTED_BYTES, pacer)));
    const inside = await firstBytes(bytes, KIND_BYTES, pacer);
    const kind = isZip(inside)
      ? { what: 'an archive inside another', advice: 'Unpack it and drop what is in it.' }
      : unreadKind(inside);
    if (kind !== null) throw new AppError('format-unknown', refusalOf(kind));
  }
  found.opened.push({ file: await openFile(name, bytes, pacer, options.encodingOf(name)), archive });
}

async function openMembers(
  file: ExportFile,
  folder: string | null,
  found: Found,
  options: OpenOptions,
  pacer: Pacer,
): Promise<void> {
  const { files, ignored } = await openArchive(file, pacer);
  const archive = folder ?? file.name;
  found.ignored.push(...ignored.map((member) => ({ ...member, archive })));
  for (const { name, source, workbook } of files) {
    const isAsked = options.only === undefined || options.only === name || options.only.startsWith(`${name}/`);
    if (!isAsked) continue;
    pacer.beginFile();
    try {
      if (workbook !== undefined) {
        const sheets = await openWorkbook(name, workbook, pacer);
        const isAlone = name === file.name && folder === null;
        found.opened.push(...sheets.map((sheet) => ({ file: sheet, archive: isAlone ? null : archive })));
      } else await openPlain(name, source, await firstBytes(source, 2, pacer), archive, found, options, pacer);
    } catch (error) {
      found.refused.push({ file: name, reason: reasonOf(error), archive });
    }
  }
  if (files.length > 0) return;
  const left = ignored.length === 1 ? `; it holds ${ignored[0]?.reason ?? ''}` : '';
  found.refused.push({
    file: file.name,
    reason: `an archive with nothing in it that this program reads${left}`,
    archive: folder,
  });
}

/** Why a file could not be opened, in words. Throws what cancels everything. */
function reasonOf(error: unknown): string {
  const known = toAppError(error);
  if (known.code === 'cancelled') throw known;
  return known.message;
}
