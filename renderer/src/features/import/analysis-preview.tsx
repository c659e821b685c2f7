import { Accordion, Alert, Box, Group, Paper, Text, Title } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { PlannedAnalysis } from '../../importing/plan/plan-imports';
import type { ItemId } from '../../domain/ids';
import type { FoundWords, JoinedRecord } from '../../domain/imported-row';
import type { Item } from '../../domain/item';
import { statusNames } from '../../text/library';
import { importText } from '../../text/import';
import { formatList, formatNumber, formatYear, type RatingScale } from '../../ui/format';
import { KindLabel } from '../../ui/kind-label';
import { RatingDisplay } from '../../ui/rating-input';
import { describeChange, describeBeside } from './describe-change';
import { describeTwin } from './describe-twin';
import { RowList } from '../../ui/row-list';
import { shortPaths } from './short-paths';
import { SkippedRows } from './skipped-rows';
import { SourceQuestions } from './source-questions';

export interface AnalysisPreviewProps {
  readonly planned: PlannedAnalysis;
  readonly byId: ReadonlyMap<ItemId, Item>;
  readonly scale: RatingScale;
  readonly onAnswer: (question: string, value: string) => void;
}

function Count({ value, word }: { readonly value: number; readonly word: string }): ReactNode {
  return (
    <div>
      <Text fz={22} fw={600} ff="heading" lh={1.1}>
        {formatNumber(value)}
      </Text>
      <Text size="sm" c="dimmed">
        {word}
      </Text>
    </div>
  );
}

/** Tags and shelves of the whole export, the most used first. */
function WordsFound({ tags, shelves }: FoundWords): ReactNode {
  const lines = [
    ...(tags.length === 0 ? [] : [importText.tags(tags)]),
    ...(shelves.length === 0 ? [] : [importText.shelves(shelves)]),
  ];
  return lines.map((line) => (
    <Text key={line} size="sm" c="dimmed" mb="sm" style={{ overflowWrap: 'anywhere' }}>
      {line}
    </Text>
  ));
}

type Facts = Pick<Item, 'title' | 'kind' | 'creators' | 'year' | 'ownRating' | 'status'>;

function RowFacts({ facts, scale }: { readonly facts: Facts; readonly scale: RatingScale }): ReactNode {
  return (
    <Group gap="sm" justify="space-between" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600} span>
          {facts.title}
        </Text>{' '}
        <Text size="sm" c="dimmed" span>
          {[
            facts.creators.length === 0 ? null : formatList(facts.creators.slice(0, 2)),
            facts.year === null ? null : formatYear(facts.year),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </Text>
      </div>
      <Group gap="sm" wrap="nowrap" flex="none">
        {facts.status === 'none' || facts.status === 'finished' ? null : (
          <Text size="xs" c="dimmed">
            {statusNames[facts.status]}
          </Text>
        )}
        <RatingDisplay value={facts.ownRating} scale={scale} />
        <KindLabel kind={facts.kind} size="xs" />
      </Group>
    </Group>
  );
}

type Place = Pick<JoinedRecord, 'file' | 'line'>;

/** One export, understood: what it is, what would happen to each of its rows, and which rows are left out and why. */
export function AnalysisPreview({
  planned: { analysis, plan },
  byId,
  scale,
  onAnswer,
}: AnalysisPreviewProps): ReactNode {
  const { additions, changes, doubtful, trashed } = plan;
  const { skipped, warnings, ignoredFiles, joined, unreadCells } = analysis;
  const short = useMemo(
    () => shortPaths([...analysis.files, ...ignoredFiles.map(({ file }) => file)]),
    [analysis, ignoredFiles],
  );
  const placeOf = ({ file, line }: Place): string =>
    importText.place(analysis.files.length > 1 ? short(file) : null, line);
  const unreadCount = unreadCells.reduce((sum, { count }) => sum + count, 0);
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2}>{importText.sourceTitle(analysis.sourceLabel)}</Title>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {importText.files(analysis.files.map(short))}
      </Text>
      <Group gap="xl" my="md">
        <Count value={analysis.rowCount} word={importText.rowsRead} />
        <Count value={additions.length} word={importText.added} />
        {changes.length === 0 ? null : <Count value={changes.length} word={importText.changed} />}
        {plan.unchangedCount === 0 ? null : <Count value={plan.unchangedCount} word={importText.unchanged} />}
        {doubtful.length === 0 ? null : <Count value={doubtful.length} word={importText.doubtful} />}
        {trashed.length === 0 ? null : <Count value={trashed.length} word={importText.trashed} />}
        {analysis.mergedCount === 0 ? null : <Count value={analysis.mergedCount} word={importText.merged} />}
        <Count value={skipped.length} word={importText.skipped} />
        {unreadCount === 0 ? null : <Count value={unreadCount} word={importText.unread} />}
      </Group>
      <SourceQuestions questions={analysis.questions} onAnswer={onAnswer} />
      <WordsFound {...analysis.words} />
      <Accordion
        multiple
        variant="contained"
        defaultValue={[...(doubtful.length > 0 ? ['doubtful'] : []), ...(additions.length > 0 ? ['added'] : [])]}
        order={3}
      >
        {doubtful.length === 0 ? null : (
          <Accordion.Item value="doubtful">
            <Accordion.Control>{importText.doubtfulHeading(doubtful.length)}</Accordion.Control>
            <Accordion.Panel>
              <RowList
                label={importText.doubtfulHeading(doubtful.length)}
                count={doubtful.length}
                renderRow={(index) => {
                  const doubt = doubtful[index];
                  return doubt === undefined ? null : (
                    <>
                      <RowFacts facts={doubt.row} scale={scale} />
                      {doubt.mightBe.map((twin) => (
                        <Text size="sm" c="dimmed" key={describeTwin(twin)}>
                          {describeTwin(twin)}
                        </Text>
                      ))}
                    </>
                  );
                }}
              />
            </Accordion.Panel>
          </Accordion.Item>
        )}
        {additions.length === 0 ? null : (
          <Accordion.Item value="added">
            <Accordion.Control>{importText.addedHeading(additions.length)}</Accordion.Control>
            <Accordion.Panel>
              <RowList
                label={importText.addedHeading(additions.length)}
                count={additions.length}
                renderRow={(index) => {
                  const addition = additions[index];
                  return addition === undefined ? null : (
                    <>
                      <RowFacts facts={addition.row} scale={scale} />
                      {describeBeside(addition, scale).map((line) => (
                        <Text size="sm" c="dimmed" key={line}>
                          {line}
                        </Text>
                      ))}
                    </>
                  );
                }}
              />
            </Accordion.Panel>
          </Accordion.Item>
        )}
        {changes.length === 0 ? null : (
          <Accordion.Item value="changed">
            <Accordion.Control>{importText.changedHeading(changes.length)}</Accordion.Control>
            <Accordion.Panel>
              <RowList
                label={importText.changedHeading(changes.length)}
                count={changes.length}
                renderRow={(index) => {
                  const change = changes[index];
                  if (change === undefined) return null;
                  const before = byId.get(change.itemId);
                  return (
                    <>
                      <Text size="sm" fw={600}>
                        {before?.title ?? change.row.title}
                      </Text>
                      <Text size="sm" c="dimmed">
                        {describeChange(change, before, scale).join(' · ')}
                      </Text>
                    </>
                  );
                }}
              />
            </Accordion.Panel>
          </Accordion.Item>
        )}
        {trashed.length === 0 ? null : (
          <Accordion.Item value="trashed">
            <Accordion.Control>{importText.trashedHeading(trashed.length)}</Accordion.Control>
            <Accordion.Panel>
              <Text size="sm" mb="xs">
                {importText.trashedHint}
              </Text>
              <RowList
                label={importText.trashedHeading(trashed.length)}
                count={trashed.length}
                renderRow={(index) => {
                  const found = trashed[index];
                  return found === undefined ? null : <RowFacts facts={found.row} scale={scale} />;
                }}
              />
            </Accordion.Panel>
          </Accordion.Item>
        )}
        {joined.length === 0 ? null : (
          <Accordion.Item value="joined">
            <Accordion.Control>{importText.joinedHeading(joined.length)}</Accordion.Control>
            <Accordion.Panel>
              <RowList
                label={importText.joinedHeading(joined.length)}
                count={joined.length}
                renderRow={(index) => {
                  const record = joined[index];
                  return record === undefined ? null : (
                    <Text size="sm">
                      <Text span fw={600}>
                        {record.title}
                      </Text>{' '}
                      <Text span c="dimmed">
                        {importText.joinedInto(
                          placeOf(record),
                          placeOf(record.into),
                          record.into.title === record.title ? null : record.into.title,
                        )}
                      </Text>
                    </Text>
                  );
                }}
              />
            </Accordion.Panel>
          </Accordion.Item>
        )}
        {unreadCells.length === 0 ? null : (
          <Accordion.Item value="unread">
            <Accordion.Control>{importText.unreadHeading(unreadCount)}</Accordion.Control>
            <Accordion.Panel>
              {unreadCells.map(({ file, column, count, examples }) => (
                <Box key={`${file} ${column}`} mb="sm">
                  <Text size="sm" fw={600}>
                    {importText.unreadColumn(column, count)}
                  </Text>
                  {examples.map(({ line, cell }) => (
                    <Text size="sm" c="dimmed" key={line} style={{ overflowWrap: 'anywhere' }}>
                      {importText.unreadExample(placeOf({ file, line }), cell)}
                    </Text>
                  ))}
                </Box>
              ))}
            </Accordion.Panel>
          </Accordion.Item>
        )}
        {skipped.length === 0 ? null : (
          <Accordion.Item value="skipped">
            <Accordion.Control>{importText.skippedHeading(skipped.length)}</Accordion.Control>
            <Accordion.Panel>
              <SkippedRows skipped={skipped} placeOf={placeOf} />
            </Accordion.Panel>
          </Accordion.Item>
        )}
        {ignoredFiles.length === 0 ? null : (
          <Accordion.Item value="ignored">
            <Accordion.Control>{importText.ignoredHeading(ignoredFiles.length)}</Accordion.Control>
            <Accordion.Panel>
              {ignoredFiles.map(({ file, reason }) => (
                <Text size="sm" key={file}>
                  {short(file)}:{' '}
                  <Text span c="dimmed">
                    {reason}
                  </Text>
                </Text>
              ))}
            </Accordion.Panel>
          </Accordion.Item>
        )}
      </Accordion>
      {warnings.length === 0 ? null : (
        <Alert color="amber" mt="md" title={importText.warningsHeading(warnings.length)}>
          {warnings.map((warning) => (
            <Text size="sm" key={warning}>
              {importText.sentence(warning, analysis.files)}
            </Text>
          ))}
        </Alert>
      )}
    </Paper>
  );
}
