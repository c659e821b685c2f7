import { AppError } from '../../domain/errors';

/** Where in an archive: a member of the zip, and a line of it from 1. */
export interface ArchivePlace {
  readonly part: string;
  readonly line?: number;
}

export const placeText = ({ part, line }: ArchivePlace): string =>
  line === undefined ? part : `${part}, line ${line}`;

/** The bytes are not those that were written. `what` ends the sentence: "… (items.jsonl, line 3): it is not JSON". */
export const damagedArchive = (place: ArchivePlace | null, what: string, cause?: unknown): AppError =>
  new AppError(
    'archive-damaged',
    `This file is damaged${place === null ? '' : ` (${placeText(place)})`}: ${what}. ` +
      'Nothing was changed. Copy it again from where it came, or use another one.',
    { cause },
  );

/** Whole, but not what the format allows: Handpicked did not write it. */
export const refusedArchive = (place: ArchivePlace | null, what: string): AppError =>
  new AppError(
    'format-invalid',
    `This file was not written by Handpicked, or was changed afterwards${place === null ? '' : ` (${placeText(place)})`}: ` +
      `${what}. Nothing was changed.`,
  );

export const tooLargeArchive = (what: string): AppError =>
  new AppError('file-too-large', `This file is refused: ${what}. No library needs that much. Nothing was changed.`);

export const newerArchive = (): AppError =>
  new AppError(
    'archive-newer',
    'This file was made by a newer version of Handpicked. Open it with that version; nothing was changed.',
  );
