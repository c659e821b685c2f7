import { Button, Group, Text } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useServices } from '../../app/context/services';
import { useToasts } from '../../app/context/use-toasts';
import { leftOutRows, type LeftOutRows } from '../../application/import/left-out-rows';
import type { SkippedRow } from '../../domain/imported-row';
import { importText } from '../../text/import';
import { RowList } from '../../ui/row-list';

/** Every row that is left out, with place and reason, and a way to save those of a table, to mend and drop again. */
export function SkippedRows({
  skipped,
  placeOf,
}: {
  readonly skipped: readonly SkippedRow[];
  readonly placeOf: (row: SkippedRow) => string;
}): ReactNode {
  const { host } = useServices();
  const { showError, showToast } = useToasts();
  const tables = useMemo(() => leftOutRows(skipped), [skipped]);
  const save = async ({ suggestedName, bytes, count }: LeftOutRows): Promise<void> => {
    const result = await host.saveFile({ suggestedName, mediaType: 'text/csv;charset=utf-8', bytes });
    if (result === 'saved') showToast(importText.leftOutSaved(count));
  };
  return (
    <>
      {tables.length === 0 ? null : (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {importText.leftOutHint}
          </Text>
          <Group mb="md">
            {tables.map((table) => (
              <Button
                key={table.file}
                size="xs"
                variant="default"
                leftSection={<IconDeviceFloppy size={16} aria-hidden />}
                onClick={() => {
                  save(table).catch(showError);
                }}
              >
                {importText.saveLeftOut(table.count, tables.length === 1 ? null : table.file)}
              </Button>
            ))}
          </Group>
        </>
      )}
      <RowList
        label={importText.skippedHeading(skipped.length)}
        count={skipped.length}
        renderRow={(index) => {
          const row = skipped[index];
          return row === undefined ? null : (
            <>
              <Text size="sm" fw={600}>
                {importText.skippedRow(placeOf(row), row.reason)}
              </Text>
              <Text size="xs" c="dimmed" ff="monospace" truncate>
                {row.excerpt}
              </Text>
            </>
          );
        }}
      />
    </>
  );
}
