/** What a file is by its first bytes, where that is nothing to read a library from. */
export interface UnreadKind {
  /** "a picture" */
  readonly what: string;
  /** What to do instead; null: nothing, it is no library. */
  readonly advice: string | null;
}

const SAVE_AS_CSV =
  'Open it in the program it comes from (or in LibreOffice), choose Save as or Export, take CSV (UTF-8), and drop that file.';
const UNPACK = 'Unpack it and drop the folder or the files in it.';
const AS_TEXT = 'Copy the list out of it and paste it on the page “Paste a list”, or save it as plain text (.txt).';

/** Beginnings in hexadecimal, `..` for any byte; the first that fits counts. */
const BEGINNINGS: readonly (readonly [string, string, string | null])[] = [
  // PNG, GIF, JPEG, TIFF, WebP, icons, AVIF, HEIC
  ['89504e47|47494638|ffd8ff|49492a00|4d4d002a|52494646........57454250|00000100', 'a picture', null],
  ['........66747970(?:61766966|68656963|68656978|6d696631)', 'a picture', null],
  // MP3, Ogg, FLAC, WAV, M4A
  ['494433|4f676753|664c6143|52494646........57415645|........667479704d3441|fff[b32]', 'a sound', null],
  // MP4, Matroska, AVI
  ['........66747970|1a45dfa3|52494646........41564920', 'a film', null],
  ['774f4646|774f4632|4f54544f|0001000000', 'a font', null],
  // ELF, Mach-O, Java. Those of Windows begin with "MZ" and a number below 256.
  ['7f454c46|4d5a..00|c[fe]faedfe|cafebabe', 'a program', null],
  ['255044462d', 'a PDF', AS_TEXT],
  ['7b5c727466', 'a document (RTF)', AS_TEXT],
  [
    'd0cf11e0',
    'an old Office file (.xls, .doc)',
    'Open it in Excel or LibreOffice, choose Save as, take CSV (UTF-8) or .xlsx, and drop that file.',
  ],
  ['53514c69746520666f726d6174203300', 'a database (SQLite)', 'Look in its program for an export as CSV or JSON.'],
  ['62706c6973743030', 'a binary property list', 'Look in its program for an export as XML, CSV or HTML.'],
  // 7z, RAR, xz, bzip2, Zstandard, tar
  [
    '377abcaf|52617221|fd377a585a|425a68[3-9]|28b52ffd|(?:..){257}7573746172',
    'an archive of another kind than zip',
    UNPACK,
  ],
];

/** How many bytes `unreadKind` looks at. */
export const KIND_BYTES = 264;

export function unreadKind(head: Uint8Array): UnreadKind | null {
  const bytes = Array.from(head.subarray(0, KIND_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const found = KINDS.find(([pattern]) => pattern.test(bytes));
  return found === undefined ? null : { what: found[1], advice: found[2] };
}

const KINDS = BEGINNINGS.map(([beginning, what, advice]) => [new RegExp(`^(?:${beginning})`), what, advice] as const);

/** Documents that are zip archives inside, by the names of their members. */
const DOCUMENTS: readonly (readonly [RegExp, UnreadKind])[] = [
  [/^(?:word|ppt)\//, { what: 'a document of Word or PowerPoint', advice: AS_TEXT }],
  [/^Index\/.*\.iwa$|^Index\.zip$/, { what: 'a document of Numbers or Pages', advice: SAVE_AS_CSV }],
  [/^META-INF\/container\.xml$/, { what: 'an e-book', advice: null }],
  [/^AndroidManifest\.xml$|^META-INF\/MANIFEST\.MF$/, { what: 'a program', advice: null }],
];

/** What an archive is besides one: a document that a program keeps as zip; null: an archive like any other. */
export function documentKind(names: readonly string[], mimeType: string): UnreadKind | null {
  if (mimeType.startsWith('application/vnd.oasis.opendocument'))
    return mimeType.includes('spreadsheet')
      ? { what: 'a table of LibreOffice (.ods)', advice: SAVE_AS_CSV }
      : { what: 'a document of LibreOffice', advice: AS_TEXT };
  return DOCUMENTS.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? null;
}

export const isWorkbook = (names: readonly string[]): boolean =>
  names.includes('xl/workbook.xml') ||
  (names.includes('[Content_Types].xml') && names.some((name) => name.startsWith('xl/')));

export const refusalOf = ({ what, advice }: UnreadKind): string =>
  advice === null ? `${what}; nothing to import` : `${what}. ${advice}`;
