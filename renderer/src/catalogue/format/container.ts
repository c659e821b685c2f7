import { AppError } from '../../domain/errors';
import {
  CATALOGUE_MAGIC,
  CATALOGUE_SCHEMA_VERSION,
  COLUMN_NAMES,
  columnView,
  elementSize,
  type ColumnName,
  type Columns,
} from './columns';

/** Magic, schema version, number of columns; then the length of each column in bytes. */
const FIXED_FIELDS = 3;
const FIELD_BYTES = 4;
const HEADER_BYTES = (FIXED_FIELDS + COLUMN_NAMES.length) * FIELD_BYTES;
/** Every column starts at a multiple of this, so that it can be read in place. */
const ALIGNMENT = 4;

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

/** The columns in one piece: the header, then one column after the other, zeros between. */
export function joinColumns(columns: Columns): Uint8Array<ArrayBuffer> {
  const size = COLUMN_NAMES.reduce((sum, name) => sum + aligned(columns[name].byteLength), HEADER_BYTES);
  const bytes = new Uint8Array(size);
  const header = new DataView(bytes.buffer);
  const fields = [
    CATALOGUE_MAGIC,
    CATALOGUE_SCHEMA_VERSION,
    COLUMN_NAMES.length,
    ...COLUMN_NAMES.map((name) => columns[name].byteLength),
  ];
  for (const [place, field] of fields.entries()) header.setUint32(place * FIELD_BYTES, field, true);
  let start = HEADER_BYTES;
  for (const name of COLUMN_NAMES) {
    const { buffer, byteOffset, byteLength } = columns[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start);
    start += aligned(byteLength);
  }
  return bytes;
}

export const damaged = (what: string): AppError =>
  new AppError('catalogue-damaged', `The catalogue is damaged (${what}).`);

/**
 * The columns where they stand in `bytes`; nothing is copied. What stands in them is not checked here. Throws
 * `catalogue-damaged`, or `catalogue-incompatible` for a catalogue of another version.
 */
export function splitColumns(bytes: Uint8Array<ArrayBuffer>): Columns {
  const { buffer, byteOffset, byteLength } = bytes;
  if (byteLength < HEADER_BYTES || byteOffset % ALIGNMENT !== 0) throw damaged('it is too short');
  const header = new DataView(buffer, byteOffset, byteLength);
  const field = (place: number): number => header.getUint32(place * FIELD_BYTES, true);
  if (field(0) !== CATALOGUE_MAGIC) throw damaged('it is no catalogue');
  checkVersion(field(1));
  if (field(2) !== COLUMN_NAMES.length) throw damaged('its columns are others');
  let start = HEADER_BYTES;
  const found = COLUMN_NAMES.map((name, place): readonly [ColumnName, Columns[ColumnName]] => {
    const length = field(FIXED_FIELDS + place);
    if (length % elementSize(name) !== 0 || start + length > byteLength) throw damaged(`the column ${name} is cut off`);
    const column = columnView(name, buffer, byteOffset + start, length / elementSize(name));
    start += aligned(length);
    return [name, column];
  });
  if (start !== byteLength) throw damaged('it is longer than its columns');
  // Every name of the table was visited, each with an array of its own type.
  return Object.fromEntries(found) as Columns;
}

/** A version that this program cannot read; the sentence says which of the two is older. */
export function checkVersion(version: number): void {
  if (version === CATALOGUE_SCHEMA_VERSION) return;
  throw new AppError(
    'catalogue-incompatible',
    version > CATALOGUE_SCHEMA_VERSION
      ? 'The catalogue was made for a newer version of this program. Update the program, or choose an older catalogue.'
      : 'The catalogue was made for an older version of this program. Choose a newer one.',
  );
}
