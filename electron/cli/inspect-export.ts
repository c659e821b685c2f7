/** `npm run inspect-export -- FILE [FILE…] [--json FILE]`: what the import preview would say, on the command line. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { summariseAnalysis, type CountedValue, type DateSpan } from '../../renderer/src/importing/analysis-summary';
import { analyseFiles, type AnalysisResult, type UnrecognisedFile } from '../../renderer/src/importing/detect';
import { IMPORT_SOURCES } from '../../renderer/src/importing/import-sources';
import { planImport } from '../../renderer/src/importing/plan/merge-plan';
import type { DoubtfulRow, PossibleTwin } from '../../renderer/src/domain/import-plan';
import type { ImportAnalysis } from '../../renderer/src/domain/imported-row';
import { runThisCommand, WrongUsage } from './run-command';

const USAGE = 'Usage: npm run inspect-export -- FILE [FILE…] [--json FILE]';
const MAX_LINES = 50;
const MAX_WORDS = 12;

/** The best rating on the scale of a source; null where it has none. */
const scaleOf = (source: string): number | null => IMPORT_SOURCES.find(({ id }) => id === source)?.scale ?? null;

const day = (at: number | null): string => (at === null ? '' : new Date(at).toISOString().slice(0, 10));
const spanText = ({ count, first, last }: DateSpan): string =>
  count === 0 ? 'none' : `${count}, ${day(first)} to ${day(last)}`;
const countsText = (counts: readonly CountedValue<unknown>[], show: (value: never) => string = String): string =>
  counts.map(({ value, count }) => `${show(value as never)}: ${count}`).join('  ') || 'none';

function wordsText(words: readonly CountedValue<string>[]): string {
  const rest = words.length - MAX_WORDS;
  return `${countsText(words.slice(0, MAX_WORDS))}${rest > 0 ? `  … and ${rest} more` : ''}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
}

function block(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const rest = lines.length - MAX_LINES;
  return [
    `\n  ${title}`,
    ...lines.slice(0, MAX_LINES).map((line) => `    ${line}`),
    ...(rest > 0 ? [`    … and ${rest} more (all of them in --json)`] : []),
  ].join('\n');
}

function doubtText({ row, mightBe }: DoubtfulRow): string {
  const twins = mightBe.map(({ facts, evidence }) => `${factsText(facts)} (${evidence.join(', ')})`);
  return `${row.file}:${row.line}  ${factsText(row)} could be ${twins.join(' or ')}`;
}

const factsText = ({ title, creators, year }: PossibleTwin['facts']): string =>
  [title, creators[0], year].filter((fact) => fact !== undefined && fact !== null).join(', ');

async function analysisText(analysis: ImportAnalysis): Promise<string> {
  const summary = summariseAnalysis(analysis);
  const scale = scaleOf(analysis.source);
  const rating = (value: number): string =>
    scale === null ? `${Math.round(value * 100)} %` : String(Math.round(value * scale * 100) / 100);
  const facts = table([
    ['source', `${analysis.source}: ${analysis.sourceLabel}`],
    ['files', analysis.files.join(', ')],
    ['rows', String(analysis.rowCount)],
    ['items', String(summary.itemCount)],
    ['merged', `${analysis.mergedCount} (further records of one thing)`],
    ['skipped', String(analysis.skipped.length)],
    ['kinds', countsText(summary.kinds)],
    [
      'ratings',
      `${summary.ratingCount}${scale === null ? '' : ` (of ${scale})`}  ${countsText(summary.ratings, rating)}`,
    ],
    ['liked', String(summary.likedCount)],
    ['statuses', countsText(summary.statuses)],
    ['finished', spanText(summary.finished)],
    ['rated', spanText(summary.rated)],
    ['added', spanText(summary.added)],
    ['crowd', `average rating for ${summary.crowdRatingCount}, number of votes for ${summary.crowdCountCount}`],
    ['with length', String(summary.lengthCount)],
    ['notes', String(summary.noteCount)],
    ['with ids', String(summary.identifiedCount)],
    ['tags', wordsText(summary.tags)],
    ['shelves', wordsText(summary.shelves)],
  ]);
  const { doubtful } = await planImport(analysis, [], 0);
  return [
    facts,
    block(
      'Skipped rows',
      analysis.skipped.map(
        ({ file, line, reason, excerpt }) => `${file}:${line}  ${reason}${excerpt === '' ? '' : `  (${excerpt})`}`,
      ),
    ),
    block(
      'Ignored files',
      analysis.ignoredFiles.map(({ file, reason }) => `${file}: ${reason}`),
    ),
    block('Kept apart in doubt', doubtful.map(doubtText)),
    block('Warnings', analysis.warnings),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function unrecognisedText({ file, reason, table: found }: UnrecognisedFile): string {
  if (found === undefined) return `  ${file}: ${reason}`;
  const { columns, kind, ratingMaximum } = found.guess;
  const guessed = Object.entries(columns).map(([field, column]) => `${field} = "${found.header[column] ?? ''}"`);
  return [
    `  ${file}: ${reason}`,
    `    ${found.rowCount} rows, ${found.header.length} columns; guess: kind ${kind}${columns.rating === undefined ? '' : `, ratings of ${ratingMaximum}`}`,
    ...guessed.map((line) => `      ${line}`),
  ].join('\n');
}

async function report({ analyses, unrecognised }: AnalysisResult): Promise<string> {
  const parts = await Promise.all(analyses.map(analysisText));
  if (unrecognised.length > 0) parts.push(['Not recognised:', ...unrecognised.map(unrecognisedText)].join('\n'));
  return parts.join('\n\n');
}

async function inspect(positionals: readonly string[], json: string | undefined): Promise<number> {
  if (positionals.length === 0) throw new WrongUsage('No file is named.');
  const files = await Promise.all(
    positionals.map(async (path) => {
      const bytes = await readFile(path).catch((error: unknown) => {
        throw new Error(`Could not read ${path}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      });
      return { name: basename(path), blob: new Blob([new Uint8Array(bytes)]) };
    }),
  );
  const result = await analyseFiles(files);
  console.log(await report(result));
  if (json !== undefined) {
    const summaries = result.analyses.map((analysis) => ({ ...analysis, summary: summariseAnalysis(analysis) }));
    await writeFile(json, `${JSON.stringify({ analyses: summaries, unrecognised: result.unrecognised }, null, 2)}\n`);
  }
  if (result.analyses.length > 0) return 0;
  console.error('\nNothing was recognised.');
  return 1;
}

await runThisCommand({
  usage: USAGE,
  options: { json: { type: 'string' } },
  takesFiles: true,
  run: ({ values, positionals }) => inspect(positionals, values.json),
});
