import type { MarkupToken } from './markup-tokens';

/** What the number of a cell counts, by its style; null: just that number. */
export type DateKind = 'day' | 'time' | 'day and time';
export type CellKind = DateKind | 'percent';
export type CellStyles = (style: number) => CellKind | null;

/** Formats that every workbook knows by number (ECMA-376, 18.8.30): days, times, and those of East Asian versions. */
const BUILT_IN: ReadonlyMap<number, CellKind> = new Map<number, CellKind>([
  ...[9, 10].map((id) => [id, 'percent'] as const),
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'day'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'time'] as const),
  [22, 'day and time'],
]);

/** Which styles are days, times and percentages, from xl/styles.xml. */
export async function cellStyles(tokens: AsyncIterable<readonly MarkupToken[]> | undefined): Promise<CellStyles> {
  const own = new Map<number, CellKind | null>();
  const formats: number[] = [];
  let inCellStyles = false;
  for await (const batch of tokens ?? [])
    for (const token of batch) {
      if (token.type === 'text') continue;
      const name = token.name.slice(token.name.indexOf(':') + 1);
      if (name === 'cellXfs') inCellStyles = token.type === 'open';
      if (token.type === 'close') continue;
      if (name === 'numFmt')
        own.set(Number(token.attributes.get('numFmtId')), kindOfFormat(token.attributes.get('formatCode') ?? ''));
      if (name === 'xf' && inCellStyles) formats.push(Number(token.attributes.get('numFmtId') ?? 0));
    }
  return (style) => {
    const format = formats[style] ?? 0;
    return own.get(format) ?? BUILT_IN.get(format) ?? null;
  };
}

/** "dd.mm.yyyy", "[$-409]h:mm AM/PM", "[h]:mm"; null for numbers. Text in quotation marks says nothing. */
function kindOfFormat(code: string): CellKind | null {
  const [first = ''] = code
    .replace(/"[^"]*"|\\.|_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';');
  const sign = first.indexOf('%');
  if (sign >= 0 && /[0#?]/.test(first.slice(0, sign))) return 'percent';
  if (/general|[#?]/i.test(first)) return null;
  const isDay = /[dy]|mmm/i.test(first);
  const isTime = /[hs]/i.test(first);
  return isDay ? (isTime ? 'day and time' : 'day') : isTime ? 'time' : null;
}

const DAY = 86_400_000;

/**
 * The day that a number of days means: "2021-03-14", with a time where it has one. Excel counts from 1900 and has a
 * 29 February 1900, which never was.
 */
export function dayOfSerial(serial: number, kind: DateKind, from1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return String(serial);
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const at = new Date(Math.round((Date.UTC(1899, 11, 30) + days * DAY) / 1000) * 1000).toISOString();
  const [day, time] = [at.slice(0, 10), at.slice(11, 19)];
  if (kind === 'time' && serial < 1) return time;
  return Number.isInteger(serial) || kind === 'day' ? day : `${day} ${time}`;
}

/** A number as Excel shows it: 4.4000000000000004 is stored for 4.4, 9.78E12 for an ISBN, 0.85 for 85%. */
export function cellText(stored: string, kind: 'percent' | null = null): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  if (kind === 'percent') return `${String(Number((value * 100).toPrecision(12)))}%`;
  return Number.isSafeInteger(value) ? value.toFixed(0) : String(Number(value.toPrecision(15)));
}
