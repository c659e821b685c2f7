import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedRow } from '../../../../renderer/src/domain/imported-row';
import { createPreparer } from '../../../../renderer/src/identity/prepared-thing';
import { createPacer } from '../../../../renderer/src/importing/pacer';
import { foundWords } from '../../../../renderer/src/importing/plan/found-words';
import { planImport } from '../../../../renderer/src/importing/plan/merge-plan';
import { namesakes } from '../../../../renderer/src/importing/plan/namesakes';
import { analysisOf, blankRow } from '../../../../renderer/src/importing/source';

const row = (title: string, rest: Partial<ImportedRow> = {}): ImportedRow => ({
  ...blankRow('f.csv', 2, 'book', title),
  ...rest,
});
const reading = (rows: readonly ImportedRow[]) => ({ label: 'f', rows, skipped: [], ignoredFiles: [], warnings: [] });

describe('rows that may be one with another of their file', () => {
  it('share a title, a title before a subtitle, or an id', async () => {
    const rows = [
      row('Alone'),
      row('Salt', { year: 1990 }),
      row('SALT', { year: 2001 }),
      row('Reed: A Life'),
      row('Reed'),
      row('One', { identifiers: { goodreads: '7' } }),
      row('Another', { identifiers: { goodreads: '7' } }),
      row('Same: Same', { originalTitle: 'Same' }),
    ];
    const places = await namesakes(rows, createPreparer(), createPacer());
    expect([...places].toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('are looked for once, where the file is read: the plan finds the same doubts by them', async () => {
    const someRow = fc.record({
      title: fc.constantFrom('Salt', 'Reed', 'Reed: A Life', 'Ash', 'Ember & Ash'),
      year: fc.constantFrom(null, 1990, 1991, 2001),
      creators: fc.constantFrom<readonly string[]>([], ['Ann Vole'], ['A. Vole'], ['Bo Quill']),
    });
    const rows = fc.array(someRow, { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, async (facts) => {
        const read = facts.map(({ title, ...rest }, place) => ({ ...row(title, rest), line: place + 2 }));
        const { namesakes: found, ...analysis } = await analysisOf('csv', ['f.csv'], reading(read), createPacer());
        const looked = await planImport({ ...analysis, namesakes: found ?? [] }, [], 0);
        expect(looked).toEqual(await planImport(analysis, [], 0));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the words of an export', () => {
  it('are its tags and shelves, the most used first', async () => {
    const rows = [row('A', { tags: ['sea', 'salt'], shelves: ['mine'] }), row('B', { tags: ['salt'] })];
    expect(await foundWords(rows, createPacer())).toEqual({ tags: ['salt', 'sea'], shelves: ['mine'] });
  });
});
