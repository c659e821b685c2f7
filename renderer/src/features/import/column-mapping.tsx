import {
  Alert,
  Autocomplete,
  Box,
  Button,
  Group,
  NumberInput,
  Paper,
  Select,
  SimpleGrid,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { KINDS } from '../../domain/item';
import { isFieldName } from '../../domain/item-fields/field-names';
import { ITEM_STATUSES } from '../../domain/item-values';
import { CSV_FIELDS, type CsvField } from '../../importing/mapping/csv-fields';
import type { CsvMapping } from '../../importing/mapping/csv-mapping';
import type { UnrecognisedFile } from '../../importing/detect';
import { columnLabels, importText } from '../../text/import';
import { itemFieldText } from '../../text/item-fields';
import { kindFromField, kindInField, kindName } from '../../text/kinds';
import { statusNames } from '../../text/library';
import { Disclosure } from '../../ui/disclosure';

export interface ColumnMappingProps {
  readonly file: string;
  readonly table: NonNullable<UnrecognisedFile['table']>;
  readonly onRead: (mapping: CsvMapping) => void;
}

/** Shown at once; of the others, those that are guessed. */
const USUAL: ReadonlySet<CsvField> = new Set<CsvField>([
  'title',
  'creators',
  'year',
  'kind',
  'rating',
  'status',
  'finishedAt',
  'note',
]);

/** Asks what the columns of an unknown table mean; the guess is filled in. */
export function ColumnMapping({ file, table, onRead }: ColumnMappingProps): ReactNode {
  const [mapping, setMapping] = useState<CsvMapping>(table.guess);
  const setColumn = (field: CsvField, value: string | null): void => {
    const others = Object.entries(mapping.columns).filter(([other]) => other !== field);
    setMapping({
      ...mapping,
      columns: Object.fromEntries(value === null ? others : [...others, [field, Number(value)]]),
    });
  };
  const columns = table.header.map((name, index) => ({
    value: String(index),
    label: name.trim() === '' ? `#${String(index + 1)}` : name,
  }));
  const { evidence = {}, questions = [] } = table.guess.guess ?? {};
  /** Why a field has its column, as long as it has the one that was filled in. */
  const reasonOf = (field: CsvField): string | undefined => {
    const found = evidence[field];
    return found === undefined || mapping.columns[field] !== table.guess.columns[field]
      ? undefined
      : importText.guessedBecause(found.word, found.fitting, found.filled);
  };
  // What is filled in first, and what most tables have; a field does not move while it is being chosen.
  const shownFirst = CSV_FIELDS.filter((field) => USUAL.has(field) || table.guess.columns[field] !== undefined);
  const fieldsOf = (fields: readonly CsvField[]): ReactNode => (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 4 }} spacing="sm" mb="sm">
      {fields.map((field) => (
        <Select
          key={field}
          label={isFieldName(field) ? itemFieldText[field].label : columnLabels[field]}
          required={field === 'title'}
          description={reasonOf(field)}
          inputWrapperOrder={['label', 'input', 'description']}
          placeholder={importText.notInFile}
          clearable
          searchable
          data={columns}
          value={mapping.columns[field] === undefined ? null : String(mapping.columns[field])}
          onChange={(value) => {
            setColumn(field, value);
          }}
        />
      ))}
    </SimpleGrid>
  );
  const hasTitle = mapping.columns.title !== undefined;
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2} style={{ overflowWrap: 'anywhere' }}>
        {importText.mapTitle(file)}
      </Title>
      <Text c="dimmed" mb="md">
        {importText.mapHint(table.rowCount)}
      </Text>
      {questions.length === 0 ? null : (
        <Alert color="amber" mb="md" title={importText.askTitle}>
          {questions.map((question) => (
            <Text size="sm" key={question}>
              {importText.ask[question]}
            </Text>
          ))}
        </Alert>
      )}
      <Title order={3} mb="xs">
        {importText.sample}
      </Title>
      <Table.ScrollContainer
        minWidth={400}
        mb="md"
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': importText.sample } }}
      >
        <Table striped fz="xs">
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ value, label }) => (
                <Table.Th key={value}>{label}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {table.sampleRows.map((cells, row) => (
              // Rows of a sample have no identity but their place, and never move.
              // oxlint-disable-next-line react/no-array-index-key
              <Table.Tr key={row}>
                {columns.map(({ value }, column) => (
                  <Table.Td
                    key={value}
                    style={{ maxWidth: 220, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
                  >
                    {cells[column] ?? ''}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group mb="md" align="flex-start">
        <Autocomplete
          w={220}
          label={importText.mapKind}
          description={importText.mapKindHint}
          inputWrapperOrder={['label', 'input', 'description']}
          data={KINDS.map(kindName)}
          value={kindInField(mapping.kind)}
          onChange={(value) => {
            setMapping({ ...mapping, kind: kindFromField(value).toLowerCase() });
          }}
        />
        <Select
          w={220}
          label={importText.mapStatus}
          description={importText.mapStatusHint}
          inputWrapperOrder={['label', 'input', 'description']}
          allowDeselect={false}
          data={ITEM_STATUSES.map((value) => ({ value, label: statusNames[value] }))}
          value={mapping.status ?? 'none'}
          onChange={(value) => {
            const status = ITEM_STATUSES.find((known) => known === value);
            if (status !== undefined) setMapping({ ...mapping, status });
          }}
        />
        {mapping.columns.rating === undefined ? null : (
          <NumberInput
            w={180}
            label={importText.mapScale}
            min={1}
            value={mapping.ratingMaximum}
            onChange={(value) => {
              if (typeof value === 'number' && value > 0) setMapping({ ...mapping, ratingMaximum: value });
            }}
          />
        )}
        {mapping.columns.crowdRating === undefined ? null : (
          <NumberInput
            w={180}
            label={importText.mapCrowdScale}
            min={1}
            value={mapping.crowdMaximum}
            onChange={(value) => {
              if (typeof value === 'number' && value > 0) setMapping({ ...mapping, crowdMaximum: value });
            }}
          />
        )}
      </Group>
      {fieldsOf(shownFirst)}
      <Box mb="lg">
        <Disclosure label={importText.mapMore}>
          {fieldsOf(CSV_FIELDS.filter((field) => !shownFirst.includes(field)))}
        </Disclosure>
      </Box>
      <Group>
        <Button
          disabled={!hasTitle}
          onClick={() => {
            onRead({ ...mapping, kind: mapping.kind.trim() === '' ? 'other' : mapping.kind.trim() });
          }}
        >
          {importText.readTable}
        </Button>
        {hasTitle ? null : <Text size="sm">{importText.mapNoTitle}</Text>}
      </Group>
    </Paper>
  );
}
