import { Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Breakdown, BreakdownLine, BreakdownSum } from '../../../domain/breakdown';
import type { ItemId } from '../../../domain/ids';
import type { Item } from '../../../domain/item';
import { breakdownText } from '../../../text/breakdown';
import { inTen, signed } from '../../../text/numbers';
import { DivergingBar } from '../../../ui/diverging-bar';
import { breakdownLabel } from './breakdown-label';
import { breakdownRows } from './breakdown-rows';
import type { BreakdownRow } from './breakdown-rows';
import type { TextPart } from '../reasons/text-part';
import classes from './breakdown-table.module.css';
import { knowsItWords, likesWords } from '../cards/fit-words';

export interface BreakdownTableProps {
  readonly breakdown: Breakdown;
  readonly title: string;
  /** null = the reader's own. */
  readonly friendName: string | null;
  readonly itemsById: ReadonlyMap<ItemId, Pick<Item, 'title' | 'ownRating'>>;
}

/** What the chance is made of, then what orders the list beside it, and whether they know it already. */
export function BreakdownTable({ breakdown, title, friendName, itemsById }: BreakdownTableProps): ReactNode {
  const { itemId, liking, interest, chance, pKnows, method } = breakdown;
  const rated = (itemsById.get(itemId)?.ownRating ?? null) !== null;
  const label = (row: BreakdownRow): readonly TextPart[] => breakdownLabel(row, friendName, itemsById, rated);
  const together = [liking, interest].some(({ lines }) => lines.some(({ type }) => type === 'together'));
  return (
    <>
      <SumTable
        sum={liking}
        heading={breakdownText.liking(friendName)}
        caption={breakdownText.caption(title, friendName)}
        labelOf={label}
      />
      {Number.isNaN(chance) ? null : (
        <Text mt="md" fw={600}>
          {breakdownText.chance(friendName, likesWords(chance).toLocaleLowerCase(), inTen(chance))}
        </Text>
      )}
      <SumTable
        sum={interest}
        heading={breakdownText.interest(friendName)}
        caption={breakdownText.interestCaption(title, friendName)}
        labelOf={label}
      />
      {friendName === null ? null : (
        <Text size="sm" mt={4}>
          {breakdownText.knows(knowsItWords(pKnows), inTen(pKnows))}
        </Text>
      )}
      <Text size="sm" c="dimmed" mt="md">
        {breakdownText.method[method]} {together ? `${breakdownText.togetherHelp} ` : ''}
        {breakdownText.rounded}
      </Text>
    </>
  );
}

interface SumTableProps {
  readonly sum: BreakdownSum;
  readonly heading: string;
  readonly caption: string;
  readonly labelOf: (row: BreakdownRow) => readonly TextPart[];
}

function SumTable({ sum, heading, caption, labelOf }: SumTableProps): ReactNode {
  const { rows, totalTenths } = breakdownRows(sum);
  const most = Math.max(1, ...rows.map(({ tenths }) => Math.abs(tenths)));
  return (
    <table className={classes['table']}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={classes['heading']}>
            {heading}
          </th>
          <th scope="col" className={classes['adds']}>
            {breakdownText.adds}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row.line)}>
            <th scope="row">
              {labelOf(row).map((part) => (part.emphasis ? <em key={part.text}>{part.text}</em> : part.text))}
            </th>
            <td className={classes['adds']}>
              <span className={classes['bar']}>
                <DivergingBar value={row.tenths} most={most} />
              </span>
              <span className={classes['figure']}>{signed(row.tenths / 10, 1)}</span>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{breakdownText.total}</th>
          <td className={classes['adds']}>{signed(totalTenths / 10, 1)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Unique within a breakdown: no two lines have the same subject. */
function keyOf(line: BreakdownLine): string {
  if (line.type === 'event') return `event ${line.itemId}`;
  if (line.type === 'learned') return `learned ${line.feature}`;
  return line.type === 'dial' ? `dial ${line.dial}` : line.type;
}
