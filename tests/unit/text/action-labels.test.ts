import { expect, it } from 'vitest';
import type { ImportPlan, PlannedAddition } from '../../../renderer/src/domain/import-plan';
import { actionLabels } from '../../../renderer/src/text/action-labels';

const imported = (source: string, kind: string, count: number): string => {
  const draft = { kind, title: 'Salt' } as PlannedAddition['draft'];
  const additions = Array.from({ length: count }, () => ({ draft }) as PlannedAddition);
  return actionLabels.imported({
    source,
    sourceLabel: source,
    additions,
    changes: [],
    list: null,
  } as unknown as ImportPlan);
};

it.each([
  ['titles', 'movie', 3, 'Imported 3 films from a list of titles'],
  ['myanimelist', 'manga', 112, 'Imported 112 manga from MyAnimeList'],
  ['csv', 'book', 1, 'Imported 1 book from a CSV file'],
])('an import from %s of %s is told in words', (source, kind, count, words) => {
  expect(imported(source, kind, count)).toBe(words);
});

it('counts are written with their separators', () => {
  expect(imported('csv', 'book', 20_000)).toBe(`Imported ${(20_000).toLocaleString()} books from a CSV file`);
});
