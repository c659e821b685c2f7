import type { ReactNode } from 'react';
import type { ReliabilityRow } from '../../domain/backtest';
import { trustText } from '../../text/trust';
import { formatPercent } from '../../ui/format';
import { reliabilityPoints } from './reliability-points';
import classes from './trust.module.css';

const words = trustText.calibration;

/** Units of the square; text and dots stand a little over its edges. */
const SIZE = 200;
const [LEFT, TOP, RIGHT, BOTTOM] = [46, 12, 14, 42];
const TICKS = [0, 0.5, 1];

/** Chance given against share liked, one dot per row of the table beside it. */
export function ReliabilityDiagram({ rows }: { readonly rows: readonly ReliabilityRow[] }): ReactNode {
  return (
    <svg
      role="img"
      aria-label={words.diagram}
      className={classes['diagram']}
      viewBox={[-LEFT, -TOP, LEFT + SIZE + RIGHT, TOP + SIZE + BOTTOM].join(' ')}
    >
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className={classes['grid']} x1={0} x2={SIZE} y1={(1 - tick) * SIZE} y2={(1 - tick) * SIZE} />
          <line className={classes['grid']} y1={0} y2={SIZE} x1={tick * SIZE} x2={tick * SIZE} />
          <text x={tick * SIZE} y={SIZE + 16} textAnchor="middle">
            {formatPercent(tick)}
          </text>
          <text x={-8} y={(1 - tick) * SIZE + 4} textAnchor="end">
            {formatPercent(tick)}
          </text>
        </g>
      ))}
      <text x={SIZE / 2} y={SIZE + 34} textAnchor="middle">
        {words.axisSaid}
      </text>
      <text transform={`translate(-34 ${String(SIZE / 4)}) rotate(-90)`} textAnchor="middle">
        {words.axisLiked}
      </text>
      <line className={classes['diagonal']} x1={0} y1={SIZE} x2={SIZE} y2={0} />
      {reliabilityPoints(rows, SIZE).map(({ x, y, radius, top, bottom }) => (
        <g key={x}>
          <line className={classes['likely']} x1={x} x2={x} y1={top} y2={bottom} />
          <circle className={classes['point']} cx={x} cy={y} r={radius} />
        </g>
      ))}
    </svg>
  );
}
