import type { ImportedRow } from '../../domain/imported-row';
import { cleanCell } from '../cells/cell-values';
import { shownAddress, readAddress } from '../cells/web-address';
import { blankRow, type RowCollector } from '../source';

/** What services that keep links say of one. */
export interface SavedLink {
  readonly file: string;
  readonly line: number;
  readonly address: string;
  /** As it stands; the address itself where nobody knew the title. */
  readonly title: string;
  /** What it is unless its address says that it is a video. */
  readonly kind: 'article' | 'link';
  /** The owner kept it from others there. */
  readonly isPrivate?: boolean;
}

/** Pages of one video, as of 2026. */
const VIDEO =
  /^https?:\/\/(?:(?:(?:www|m|music)\.)?youtube\.com\/(?:watch\?|shorts\/|live\/)|youtu\.be\/[\w-]{6,}|(?:www\.|player\.)?vimeo\.com\/(?:video\/)?\d+|(?:www\.)?dailymotion\.com\/video\/|dai\.ly\/\w|(?:www\.)?ted\.com\/talks\/\w|(?:www\.)?twitch\.tv\/videos\/\d|(?:www\.)?bilibili\.com\/video\/)/iu;

/** The row of a link, or why it is none. What was taken out of its address is told to `collector`. */
export function linkRow(
  { file, line, address, title, kind, isPrivate = false }: SavedLink,
  facts: Partial<ImportedRow>,
  collector: RowCollector,
): ImportedRow | string {
  const reading = readAddress(address);
  if ('refused' in reading) return reading.refused;
  const { url, hadSecret } = reading;
  if (hadSecret) collector.warn(file, 'passwords and keys that stood in addresses were left out');
  if (isPrivate) collector.warn(file, 'links marked as private are on the shelf “private”: look before you share them');
  const given = cleanCell(title);
  const isAddress = given === '' || given === address.trim() || /^https?:\/\/\S+$/iu.test(given);
  return {
    ...blankRow(file, line, VIDEO.test(url) ? 'video' : kind, isAddress ? shownAddress(url) : given),
    ...facts,
    ...(isPrivate ? { shelves: [...(facts.shelves ?? []), 'private'] } : {}),
    url,
  };
}

/** Epoch milliseconds of a number in seconds, milliseconds, microseconds, or Chrome's microseconds since 1601. */
export function timeOfNumber(text: string | number | undefined): number | null {
  const value = typeof text === 'number' ? text : /^\d{1,19}$/.test(text ?? '') ? Number(text) : Number.NaN;
  if (!Number.isFinite(value) || value <= 0) return null;
  const at =
    value > 1e16
      ? value / 1000 - 11_644_473_600_000
      : value > 1e14
        ? value / 1000
        : value > 1e11
          ? value
          : value * 1000;
  const whole = Math.floor(at);
  // Before the web there were no bookmarks.
  return whole < Date.UTC(1990, 0) || whole > Date.UTC(2200, 0) ? null : whole;
}
