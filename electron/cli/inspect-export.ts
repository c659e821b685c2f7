/**
 * `npm run inspect-export -- FILE [FILE…] [--guess] [--json FILE]`: what the import preview would say, on the command
 * line. With `--guess` a table that no source claims is read as the mapping step would read it if nobody looked.
 */
import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { summariseAnalysis, type CountedValue, type DateSpan } from '../../renderer/src/importing/analysis-summary';
import type { ExportFile } from '../../renderer/src/importing/containers/archive';
import { analyseFiles, type AnalysisResult, type UnrecognisedFile } from '../../renderer/src/importing/detect';
import { IMPORT_SOURCES } from '../../renderer/src/importing/import-sources';
import { planImports } from '../../renderer/src/importing/plan/plan-imports';
import { planImport } from '../../renderer/src/importing/plan/merge-plan';
import type { DoubtfulRow, PossibleTwin } from '../../renderer/src/domain/import-plan';
import type { ImportAnalysis } from '../../renderer/src/domain/imported-row';
import { namedFromFolder } from './inspect-export/names-in-folder';
import { runThisCommand, WrongUsage } from './run-command';

const USAGE = 'Usage: npm run inspect-export -- FILE [FILE…] [--guess] [--json FILE]';
/** The shipped one, which the app reads, too. */
const CATALOGUE = join(import.meta.dirname, '../../models/catalogue');
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
    ['not read', `${analysis.unreadCells.reduce((sum, { count }) => sum + count, 0)} cells`],
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
      'Cells that could not be read',
      analysis.unreadCells.map(
        ({ file, column, count, examples }) =>
          `${file}, ${column}: ${count}, such as ${examples.map(({ line, cell }) => `“${cell}” (line ${line})`).join(', ')}`,
      ),
    ),
    block(
      'Joined',
      analysis.joined.map(
        ({ file, line, title, into }) => `${file}:${line}  ${title}  into ${into.file}:${into.line}  ${into.title}`,
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

function guessesText({ unrecognised }: AnalysisResult): string {
  const tables = unrecognised.filter(({ table: found }) => found !== undefined);
  return tables.length === 0 ? '' : ['Read by the guess:', ...tables.map(unrecognisedText), ''].join('\n');
}

/** What importing all of the files into an empty library would do, one after the other. */
async function plansText(analyses: readonly ImportAnalysis[]): Promise<string> {
  if (analyses.length < 2) return '';
  const plans = await planImports(analyses, [], [], 0);
  return block(
    'Imported one after the other',
    plans.map(({ analysis, plan }) =>
      [
        `${analysis.files.join(', ')}: ${plan.additions.length} new, ${plan.changes.length} known and changed`,
        `${plan.unchangedCount} known and the same, ${plan.doubtful.length} kept apart in doubt`,
        `${plan.changes.reduce((sum, { earlierRatings = [] }) => sum + earlierRatings.length, 0)} ratings that do not count`,
        `${[...plan.additions, ...plan.changes].reduce((sum, { finishedOn = [] }) => sum + finishedOn.length, 0)} further days on which something was finished`,
      ].join(', '),
    ),
  );
}

async function report({ analyses, unrecognised }: AnalysisResult): Promise<string> {
  const parts = await Promise.all(analyses.map(analysisText));
  if (unrecognised.length > 0) parts.push(['Not recognised:', ...unrecognised.map(unrecognisedText)].join('\n'));
  parts.push(await plansText(analyses));
  return parts.filter((text) => text !== '').join('\n\n');
}

/** Every table that no source claims, read by the mapping that is guessed for it. */
async function readByGuess(files: readonly ExportFile[], found: AnalysisResult): Promise<AnalysisResult> {
  const read: AnalysisResult[] = [];
  for (const { file, table: unknown } of found.unrecognised) {
    if (unknown === undefined) continue;
    const own = files.filter(({ name }) => name === file);
    const result = await analyseFiles(own.length === 0 ? files : own, { mapping: unknown.guess, mappedFile: file });
    read.push({
      analyses: result.analyses.filter(({ source, files: names }) => source === 'csv' && names.includes(file)),
      unrecognised: [],
    });
  }
  const names = new Set(read.flatMap(({ analyses }) => analyses.flatMap((analysis) => analysis.files)));
  return {
    analyses: [...found.analyses, ...read.flatMap(({ analyses }) => analyses)],
    unrecognised: found.unrecognised.filter(({ file }) => !names.has(file)),
  };
}

interface Options {
  readonly json: string | undefined;
  readonly guess: boolean;
}

async function inspect(positionals: readonly string[], { json, guess }: Options): Promise<number> {
  if (positionals.length === 0) throw new WrongUsage('No file is named.');
  const files = await Promise.all(
    positionals.map(async (path) => {
      // Read from the disk part by part.
      const blob = await openAsBlob(path).catch((error: unknown) => {
        throw new Error(`Could not read ${path}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      });
      return { name: basename(path), blob };
    }),
  );
  const found = await namedFromFolder(await analyseFiles(files), CATALOGUE);
  const result = guess ? await readByGuess(files, found) : found;
  if (guess) console.log(guessesText(found));
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
  options: { json: { type: 'string' }, guess: { type: 'boolean' } },
  takesFiles: true,
  run: ({ values, positionals }) => inspect(positionals, { json: values.json, guess: values.guess === true }),
});
