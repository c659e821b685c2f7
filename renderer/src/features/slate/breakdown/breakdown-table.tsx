import { Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Breakdown, BreakdownLine } from '../../../domain/breakdown';
import type { ItemId } from '../../../domain/ids';
import type { Item } from '../../../domain/item';
import { breakdownText } from '../../../text/breakdown';
import { inTen, signed } from '../../../text/numbers';
import { DivergingBar } from '../../../ui/diverging-bar';
import { breakdownLabel } from './breakdown-label';
import { breakdownRows } from './breakdown-rows';
import classes from './breakdown-table.module.css';
import { knowsItWords, likesWords } from '../cards/fit-words';

export interface BreakdownTableProps {
  readonly breakdown: Breakdown;
  readonly title: string;
  /** null = the reader's own. */
  readonly friendName: string | null;
  readonly itemsById: ReadonlyMap<ItemId, Pick<Item, 'title' | 'ownRating'>>;
}

/** The terms of a score, their sum, and the chance that the sum stands for. */
export function BreakdownTable({ breakdown, title, friendName, itemsById }: BreakdownTableProps): ReactNode {
  const { rows, totalTenths } = breakdownRows(breakdown);
  const most = Math.max(1, ...rows.map(({ tenths }) => Math.abs(tenths)));
  const { itemId, chance, pKnows, method } = breakdown;
  const rated = (itemsById.get(itemId)?.ownRating ?? null) !== null;
  return (
    <>
      <table className={classes['table']}>
        <caption>
          <VisuallyHidden>{breakdownText.caption(title, friendName)}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{breakdownText.what}</th>
            <th scope="col" className={classes['adds']}>
              {breakdownText.adds}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, count, tenths }) => (
            <tr key={keyOf(line)}>
              <th scope="row">
                {breakdownLabel({ line, count }, friendName, itemsById, rated).map((part) =>
                  part.emphasis ? <em key={part.text}>{part.text}</em> : part.text,
                )}
              </th>
              <td className={classes['adds']}>
                <span className={classes['bar']}>
                  <DivergingBar value={tenths} most={most} />
                </span>
                <span className={classes['figure']}>{signed(tenths / 10, 1)}</span>
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
      {Number.isNaN(chance) ? null : (
        <Text mt="md" fw={600}>
          {breakdownText.chance(friendName, likesWords(chance).toLocaleLowerCase(), inTen(chance))}
        </Text>
      )}
      {friendName === null ? null : (
        <Text size="sm" mt={4}>
          {breakdownText.knows(knowsItWords(pKnows), inTen(pKnows))}
        </Text>
      )}
      <Text size="sm" c="dimmed" mt="md">
        {breakdownText.method[method]}{' '}
        {rows.some(({ line }) => line.type === 'together') ? `${breakdownText.togetherHelp} ` : ''}
        {breakdownText.rounded}
      </Text>
    </>
  );
}

/** Unique within a breakdown: no two lines have the same subject. */
function keyOf(line: BreakdownLine): string {
  if (line.type === 'event') return `event ${line.itemId}`;
  if (line.type === 'learned') return `learned ${line.feature}`;
  return line.type === 'dial' ? `dial ${line.dial}` : line.type;
}
