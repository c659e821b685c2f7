import type { Item } from '../../domain/item';
import type { PortableList } from '../../domain/portable-list';
import { parseListFile } from '../../exporting/list-file';
import { matchList, type MatchedEntry } from '../../identity/match-list';
import type { ExportFile } from '../../importing/containers/archive';
import type { UnrecognisedFile } from '../../importing/detect';

/** A file that no source of exports claims, and what the person can decide about it. */
export type UndecidedFile =
  /** A list that this program exported: whose is it? */
  | {
      readonly type: 'list';
      readonly name: string;
      readonly file: ExportFile;
      readonly list: PortableList;
      /** Things of the list that may be in the library already and are added all the same, with what they may be. */
      readonly doubtful: readonly MatchedEntry[];
    }
  /** An unknown table: what do its columns mean? */
  | { readonly type: 'table'; readonly name: string; readonly table: NonNullable<UnrecognisedFile['table']> }
  /** Nothing can be done; `reason` says what it is or is not, and what would help. */
  | { readonly type: 'unreadable'; readonly name: string; readonly reason: string };

/** @param opened the files as they were opened; members of archives are not among them. */
export function undecidedFile(
  { file: name, reason, table }: UnrecognisedFile,
  opened: readonly ExportFile[],
  library: readonly Item[],
): UndecidedFile {
  const file = opened.find((candidate) => candidate.name === name);
  const list = file === undefined ? null : listIn(file);
  if (file !== undefined && list !== null) {
    const doubtful = matchList(list, library).filter(({ mightBe }) => mightBe.length > 0);
    return { type: 'list', name, file, list, doubtful };
  }
  return table === undefined ? { type: 'unreadable', name, reason } : { type: 'table', name, table };
}

/** The list in a file that this program exported, or null where it is none: then the detection's reason is shown. */
function listIn(file: ExportFile): PortableList | null {
  if (!/\.json$/iu.test(file.name)) return null;
  try {
    return parseListFile(file.bytes);
  } catch {
    return null;
  }
}
