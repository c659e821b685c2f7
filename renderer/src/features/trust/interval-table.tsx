import type { ReactNode } from 'react';
import { type Interval, placeOn, type Axis } from './interval-axis';
import classes from './trust.module.css';

export interface IntervalRow {
  readonly key: string;
  readonly name: string;
  /** A few words on what the name means. */
  readonly what: string;
  readonly value: string;
  readonly range: string;
  /** Null = nothing to draw. */
  readonly interval: Interval | null;
}

export interface IntervalTableProps {
  readonly caption: string;
  readonly columns: { readonly name: string; readonly value: string; readonly range: string };
  readonly rows: readonly IntervalRow[];
  readonly scale: Axis;
  /** What the drawing's ends mean. */
  readonly axis: string;
  /** A value to compare with, drawn through all rows. */
  readonly mark?: number;
}

/** Measured values with their 95 % ranges, in figures and drawn on one scale; the first row is the one that matters. */
export function IntervalTable({ caption, columns, rows, scale, axis, mark }: IntervalTableProps): ReactNode {
  return (
    <table className={classes['table']}>
      <caption>
        {caption} {axis}
      </caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col" className={classes['number']}>
            {columns.value}
          </th>
          <th scope="col">{columns.range}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, what, value, range, interval }) => (
          <tr key={key}>
            <th scope="row">
              {name}
              <span className={classes['what']}>{what}</span>
            </th>
            <td className={classes['number']}>{value}</td>
            <td>
              <div className={classes['range']}>
                <IntervalPlot interval={interval} scale={scale} mark={mark ?? null} />
                <span>{range}</span>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const percent = (place: number): string => `${String(place * 100)}%`;

/** A dot with whiskers. The same stands in figures beside it, so it is not read aloud. */
function IntervalPlot({
  interval,
  scale,
  mark,
}: {
  readonly interval: Interval | null;
  readonly scale: Axis;
  readonly mark: number | null;
}): ReactNode {
  const [value, low, high] = [interval?.value, interval?.low, interval?.high].map((number) =>
    placeOn(scale, number ?? Number.NaN),
  );
  const marked = mark === null ? null : placeOn(scale, mark);
  return (
    <div className={classes['plot']} aria-hidden>
      {marked === null ? null : <span className={classes['mark']} style={{ left: percent(marked) }} />}
      {typeof low === 'number' && typeof high === 'number' ? (
        <span className={classes['whisker']} style={{ left: percent(low), width: percent(high - low) }} />
      ) : null}
      {typeof value === 'number' ? <span className={classes['dot']} style={{ left: percent(value) }} /> : null}
    </div>
  );
}
