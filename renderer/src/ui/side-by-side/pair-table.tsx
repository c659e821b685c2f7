import { Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { twinsText } from '../../text/twins';
import { ScrollingTable } from '../scrolling-table';
import type { PairLine } from './pair-facts';
import classes from './pair-table.module.css';

/** Two things, a line for each fact; where both know one and it is not the same, it is marked. */
export function PairTable({
  headings,
  lines,
}: {
  /** Where each of the two is, and what becomes of it. */
  readonly headings: readonly [ReactNode, ReactNode];
  readonly lines: readonly PairLine[];
}): ReactNode {
  return (
    <ScrollingTable label={twinsText.table}>
      <Table className={classes['table'] ?? ''} verticalSpacing={6} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={classes['label'] ?? ''}>
              <VisuallyHidden>{twinsText.fact}</VisuallyHidden>
            </Table.Th>
            {headings.map((heading, side) => (
              <Table.Th scope="col" key={side}>
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ label, words, differs }) => (
            <Table.Tr key={label} data-differs={differs || undefined}>
              <Table.Th scope="row" className={classes['label'] ?? ''}>
                {label}
                {differs ? <VisuallyHidden> ({twinsText.differs})</VisuallyHidden> : null}
              </Table.Th>
              {words.map((text, side) => (
                <Table.Td key={side} className={text === null ? (classes['unknown'] ?? '') : (classes['words'] ?? '')}>
                  {text ?? twinsText.unknown}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollingTable>
  );
}
