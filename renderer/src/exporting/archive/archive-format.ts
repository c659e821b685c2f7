/** The format that README.md in this folder describes. Raised when an older reader could misunderstand a newer file. */
export const ARCHIVE_FORMAT = 'handpicked-archive';
export const ARCHIVE_FORMAT_VERSION = 1;
/** Of its file's name. */
export const ARCHIVE_EXTENSION = 'handpicked';

export const MANIFEST_MEMBER = 'manifest.json';
export const README_MEMBER = 'README.txt';
/** Rows that do not fit their table, of every table. */
export const DAMAGED_PART = 'damaged.jsonl';
/** Reserved for pictures of one's own, which have no table yet. A reader of version 1 keeps such members aside. */
export const PICTURES_FOLDER = 'pictures/';

export const partOf = (table: string): string => `${table}.jsonl`;

/**
 * The zip's comment: this text, then the SHA-256 of every byte of the file before the digest, in hexadecimal. A zip
 * that another program packed again has no such comment; its parts still have their digests in the manifest.
 */
export const SEAL_TEXT = 'handpicked-archive seal sha256:';
export const SEAL_BYTES = SEAL_TEXT.length + 64;

/** Arrays and objects inside each other, in one row. Rows of the library have fewer than ten. */
export const MAX_DEPTH = 256;

/** What a reader takes before it says no. Each is far above what any library needs. */
export interface ArchiveLimits {
  readonly members: number;
  readonly manifestBytes: number;
  /** Of one row. A deleted friend is one row with all their ratings, so it can be long. */
  readonly lineBytes: number;
  /** Of everything that is unpacked; below 4 GiB, where the zip format changes. */
  readonly unpackedBytes: number;
  /** Unpacked bytes per byte of the file, above `alwaysAllowedBytes`. Deflate itself reaches 1032. */
  readonly ratio: number;
  readonly alwaysAllowedBytes: number;
}
export const ARCHIVE_LIMITS: ArchiveLimits = {
  members: 10_000,
  manifestBytes: 2 ** 20,
  lineBytes: 256 * 2 ** 20,
  unpackedBytes: 4 * 2 ** 30 - 2 ** 20,
  ratio: 200,
  alwaysAllowedBytes: 64 * 2 ** 20,
};
