import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { MIN_PREDICTIONS, type PersonComparison } from '../../domain/backtest';
import type { PersonId } from '../../domain/ids';
import { trustText } from '../../text/trust';
import { formatNumber } from '../../ui/format';
import { ofHundred } from './backtest-finding';
import { ScrollingTable } from '../../ui/scrolling-table';
import classes from './trust.module.css';

const words = trustText.backtest;

export interface PeopleTableProps {
  readonly people: readonly PersonComparison[];
  readonly nameOf: (id: PersonId) => string;
}

/** The same question for each person of whom enough is known; nothing where there is only one. */
export function PeopleTable({ people, nameOf }: PeopleTableProps): ReactNode {
  if (people.length < 2) return null;
  const known = people.filter(({ predicted }) => predicted >= MIN_PREDICTIONS);
  const { columns } = words.people;
  return (
    <div>
      <Title order={3} size="h5" mb={8}>
        {words.people.heading}
      </Title>
      {known.length === 0 ? null : (
        <ScrollingTable label={words.people.heading}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col" className={classes['number']}>
                  {columns.opinions}
                </th>
                <th scope="col" className={classes['number']}>
                  {columns.handpicked}
                </th>
                <th scope="col">{columns.best}</th>
                <th scope="col">{columns.verdict}</th>
              </tr>
            </thead>
            <tbody>
              {known.map((person) => (
                <PersonRow key={person.personId} person={person} name={nameOf(person.personId)} />
              ))}
            </tbody>
          </table>
        </ScrollingTable>
      )}
      {known.length === people.length ? null : (
        <Text size="sm" c="dimmed" mt={8}>
          {words.people.tooFew(MIN_PREDICTIONS)}
        </Text>
      )}
    </div>
  );
}

function PersonRow({
  person: { predicted, auc, bestSimpleWay, verdict, guide },
  name,
}: {
  readonly person: PersonComparison;
  readonly name: string;
}): ReactNode {
  const figure = (value: number): string =>
    Number.isFinite(value) ? formatNumber(ofHundred(value)) : trustText.noValue;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={classes['number']}>{formatNumber(predicted)}</td>
      <td className={classes['number']}>{figure(auc.handpicked.value)}</td>
      <td>
        {bestSimpleWay === null
          ? trustText.noValue
          : `${words.methods[bestSimpleWay].name}: ${figure(auc[bestSimpleWay].value)}`}
      </td>
      <td>{verdict === 'too-few' ? words.people.tooFewToTell : words.methods[guide].name}</td>
    </tr>
  );
}
