import type { ImportAnalysis, ImportedRow } from '../../domain/imported-row';
import type { Preparer } from '../../identity/prepared-thing';
import type { Pacer } from '../pacer';
import { foundWords } from './found-words';
import { mergeRows } from './merge-rows';
import { namesakes } from './namesakes';

/** Rows with those of one thing joined, and what is found out about them where the file is read. */
export async function joinedRows(
  read: readonly ImportedRow[],
  prepare: Preparer,
  pacer: Pacer,
): Promise<Required<Pick<ImportAnalysis, 'rows' | 'joined' | 'namesakes' | 'words'>>> {
  const { rows, joined } = await mergeRows(read, prepare, pacer);
  return { rows, joined, namesakes: await namesakes(rows, prepare, pacer), words: await foundWords(rows, pacer) };
}
