import { expect, it } from 'vitest';
import { mergeTwo } from '../../../../renderer/src/importing/plan/merge-rows';
import { blankRow } from '../../../../renderer/src/importing/source';

const DAY = 86_400_000;
const film = { ...blankRow('diary.csv', 2, 'movie', 'Lanterns of Ombra'), finishedAt: 3 * DAY };

it('keeps every day on which one thing was finished, and counts how often it was met', () => {
  const merged = mergeTwo(
    { ...film, plays: 2 },
    { ...film, line: 3, finishedAt: 9 * DAY, finishedDates: [DAY, 9 * DAY], plays: 1 },
  );
  expect(merged).toMatchObject({ finishedAt: 9 * DAY, finishedDates: [DAY, 3 * DAY, 9 * DAY], plays: 3 });
});

it('names no days where there is one, and no plays where none are counted', () => {
  expect(Object.keys(mergeTwo(film, { ...film, line: 3 }))).not.toEqual(
    expect.arrayContaining(['finishedDates', 'plays', 'disliked']),
  );
});

it('a thumb down of one record is one of the thing', () => {
  expect(mergeTwo(film, { ...film, line: 3, disliked: true }).disliked).toBe(true);
});
