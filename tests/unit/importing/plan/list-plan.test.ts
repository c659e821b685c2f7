import { describe, expect, it } from 'vitest';
import { itemId } from '../../../../renderer/src/domain/ids';
import type { ImportAnalysis } from '../../../../renderer/src/domain/imported-row';
import type { ImportPlan } from '../../../../renderer/src/domain/import-plan';
import { completeItem, type Item, type ItemDraft } from '../../../../renderer/src/domain/item';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { planImport } from '../../../../renderer/src/importing/plan/merge-plan';
import { withoutOpinions } from '../../../../renderer/src/importing/without-opinions';
import { listFile } from '../../../fixtures/exports/files';

const NOW = Date.UTC(2026, 0, 1);

const item = (id: string, draft: ItemDraft): Item => completeItem(draft, itemId(id), 0);

async function listOf(...drafts: readonly ItemDraft[]): Promise<ImportAnalysis> {
  const entries = drafts.map((draft, index) => ({ item: item('x', draft), annotation: String(index) }));
  const [analysis] = (await analyseFiles([listFile({ title: ' L ', description: 'd', entries })])).analyses;
  if (analysis === undefined) throw new Error('not read');
  return analysis;
}

/** What the entries are: the id of a thing of the library, or the title of an addition. */
const entriesOf = ({ list }: ImportPlan): readonly (readonly [string, string])[] =>
  (list?.entries ?? []).map(({ thing, annotation }) => [
    typeof thing === 'string' ? thing : thing.draft.title,
    annotation,
  ]);

const library = [
  item('reed', { kind: 'book', title: 'Reed', creators: ['Ann Vole'], year: 1965 }),
  item('poems', { kind: 'book', title: 'Poems', creators: ['Ann Vole'], year: 1961 }),
];

describe('the plan of a list', () => {
  it('matches thing by thing, repeats once with their first annotation', async () => {
    const plan = await planImport(
      await listOf(
        { kind: 'book', title: 'REED', creators: ['A. Vole'], year: 1990 },
        { kind: 'book', title: 'Sedge', creators: ['Bo Quill'] },
        { kind: 'book', title: 'Reed', creators: ['Ann Vole'], year: 1990 },
      ),
      library,
      NOW,
    );
    expect(plan.list).toMatchObject({ title: 'L', description: 'd' });
    expect(entriesOf(plan)).toEqual([
      ['reed', '0'],
      ['Sedge', '1'],
    ]);
    expect(plan.additions.map(({ draft }) => draft.title)).toEqual(['Sedge']);
  });

  it('adds what is in doubt as a thing of its own, and says what it may be', async () => {
    const plan = await planImport(
      await listOf(
        { kind: 'book', title: 'Poems', creators: ['Ann Vole'], year: 1998 },
        { kind: 'book', title: 'Poems', creators: ['Bo Quill'] },
      ),
      library,
      NOW,
    );
    expect(plan.additions).toHaveLength(2);
    expect(plan.doubtful.map(({ row, mightBe }) => [row.creators, mightBe.map((twin) => twin.itemId)])).toEqual([
      [['Ann Vole'], ['poems']],
    ]);
  });

  it('does not put two things of a list on one of the library', async () => {
    const reed = { kind: 'movie', title: 'Reed' };
    const films = [item('film', { ...reed, year: 2018 })];
    const plan = await planImport(
      await listOf({ ...reed, year: 2019 }, { ...reed, year: 2018, creators: ['Ann Vole'] }),
      films,
      NOW,
    );
    expect(entriesOf(plan)).toEqual([
      ['Reed', '0'],
      ['film', '1'],
    ]);
  });

  it('has a thing of the library once, whichever of its editions are in the list', async () => {
    const ids = { isbn13: '9780306406157', goodreads: '11' };
    const known = item('reed', { kind: 'book', title: 'Reed', creators: ['Ann Vole'], identifiers: ids });
    const plan = await planImport(
      await listOf(
        { kind: 'book', title: 'Das Schilf', creators: ['Ann Vole'], identifiers: { isbn13: ids.isbn13 } },
        { kind: 'book', title: 'Le Roseau', creators: ['Ann Vole'], identifiers: { goodreads: ids.goodreads } },
      ),
      [known],
      NOW,
    );
    expect(entriesOf(plan)).toEqual([['reed', '0']]);
  });

  it('makes all things apart that share a title and nothing else', async () => {
    const plan = await planImport(
      await listOf(
        { kind: 'book', title: 'Reed', creators: ['Bo Quill'], year: 1965 },
        { kind: 'book', title: 'Reed', creators: ['Cy Marsh'], year: 1965 },
        { kind: 'album', title: 'Reed', creators: ['Ann Vole'], year: 1965 },
      ),
      library,
      NOW,
    );
    expect(plan.additions).toHaveLength(3);
    expect(entriesOf(plan)).toHaveLength(3);
  });

  it('changes nothing that is there, however much more the list says', async () => {
    const reed = { kind: 'book', title: 'Reed', creators: ['Ann Vole'], year: 1965 };
    const friendsThing = item('reed', { ...reed, inLibrary: false });
    const plan = await planImport(
      await listOf({ ...reed, tags: ['marsh'], url: 'https://example.org', ownRating: 1, note: 'n' }),
      [friendsThing],
      NOW,
    );
    expect(plan).toMatchObject({ additions: [], changes: [], unchangedCount: 1 });
  });

  it('rates nothing in the owner’s name where the list is somebody else’s', async () => {
    const analysis = await listOf(
      { kind: 'book', title: 'Sedge', length: 90, ownRating: 0.9, finishedAt: 5, note: 'n', privateNote: 'p' },
      { kind: 'book', title: 'Rush', status: 'wanted' },
    );
    const mine = await planImport(analysis, library, NOW);
    expect(mine.additions.map(({ event }) => event?.type)).toEqual(['rated', 'wanted']);
    expect(mine.additions[0]).toMatchObject({
      draft: { ownRating: 0.9, finishedAt: 5, note: 'n', privateNote: 'p', source: 'handpicked-list' },
      event: { rating: 0.9, at: 5 },
    });
    const theirs = await planImport(withoutOpinions(analysis), library, NOW);
    expect(theirs.additions.map(({ event }) => event)).toEqual([null, null]);
    expect(theirs.additions[0]?.draft).toMatchObject({
      title: 'Sedge',
      length: 90,
      ownRating: null,
      status: 'none',
      finishedAt: null,
      note: null,
      privateNote: null,
    });
    expect(entriesOf(theirs)).toEqual(entriesOf(mine));
  });
});
