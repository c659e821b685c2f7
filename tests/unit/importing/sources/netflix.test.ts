import { describe, expect, it } from 'vitest';
import { orderOfSequence } from '../../../../renderer/src/importing/cells/date-sequence';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { seriesOfLines } from '../../../../renderer/src/importing/sources/netflix-lines';
import { exportFile, membersOf, textFile, zipOf } from '../../../fixtures/exports/files';
import { analysed, rowNamed, withAnswers } from './analysed';

const sent = () => {
  const members = Object.entries(membersOf('netflix')).filter(([name]) => name !== 'NetflixViewingHistory.csv');
  return zipOf('netflix-report.zip', Object.fromEntries(members));
};

describe('the viewing history', () => {
  it('joins episodes to their series; watching is not liking', async () => {
    const analysis = await analysed([exportFile('netflix/NetflixViewingHistory.csv')]);
    expect(rowNamed(analysis, 'Salt Harbour')).toMatchObject({
      kind: 'series',
      plays: 3,
      status: 'in-progress',
      finishedAt: Date.UTC(2021, 1, 11),
      ownRating: null,
      liked: false,
    });
    expect(rowNamed(analysis, 'Lanterns of Ombra')).toMatchObject({
      kind: 'movie',
      status: 'finished',
      plays: 2,
      finishedDates: [Date.UTC(2021, 0, 3), Date.UTC(2021, 0, 30)],
    });
    expect(analysis.rows.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        '塩の港',
        'Reeds',
        'Ash',
        'Bo Quill: Losing It',
        'Star Ferry: Episode IV',
        'Kiln: Part 2',
      ]),
    );
  });

  it.each([
    ['21. 12. 27.', '21. 12. 2.', '21. 11. 1.', Date.UTC(2021, 11, 27)],
    ['27. 12. 2021.', '2. 12. 2021.', '1. 11. 2021.', Date.UTC(2021, 11, 27)],
    ['27. 12. 21', '2. 12. 21', '1. 11. 21', Date.UTC(2021, 11, 27)],
    ['27.12.21 г.', '2.12.21 г.', '1.11.21 г.', Date.UTC(2021, 11, 27)],
    ['27\u200f/12\u200f/2021', '2\u200f/12\u200f/2021', '1\u200f/11\u200f/2021', Date.UTC(2021, 11, 27)],
    ['٢٧/١٢/٢٠٢١', '٢/١٢/٢٠٢١', '١/١١/٢٠٢١', Date.UTC(2021, 11, 27)],
  ])('has its days in the form of the account: %s', async (first, second, third, at) => {
    const text = `Title,Date\n"Salt: 시즌 1: 1화","${first}"\n"Salt: 시즌 1: 2화","${second}"\n"Reed","${third}"\n`;
    const { rows, unreadCells } = await analysed([textFile('history.csv', text)]);
    expect(rows.map(({ title, finishedAt }) => [title, finishedAt])).toEqual([
      ['Reed', Date.UTC(2021, 10, 1)],
      ['Salt', at],
    ]);
    expect(unreadCells).toEqual([]);
  });

  it('is known beside a column of row numbers; a day that cannot be read is counted', async () => {
    const text = ',Title,Date\n0,Salt: Season 1: One,27/12/21\n1,Reed (2018),40/13/21\n2,Ash,25/12/21\n';
    const { rows, unreadCells } = await analysed([textFile('NetflixViewingHistory.csv', text)]);
    expect(rows.map(({ title, year }) => [title, year])).toEqual([
      ['Reed', 2018],
      ['Ash', null],
      ['Salt', null],
    ]);
    expect(unreadCells).toMatchObject([{ column: 'Date', count: 1 }]);
  });

  it('is none where somebody’s own table has a title and a date', async () => {
    const own = 'Title,Date\nSalt Roads,2021-03-04\nReed Hours,2021-03-05\n';
    expect((await analyseFiles([textFile('books.csv', own)])).analyses).toEqual([]);
  });

  it.each([
    ['10/13/25 4/3/25 4/2/25', 'month-first'],
    ['04/03/20 03/03/20 12/02/20 11/02/20', 'day-first'],
    ['03-11-23 28-10-22', 'day-first'],
    ['20/05/12 20/05/11 19/12/30', 'year-first'],
  ])('%s is %s, by what never increases', (days, order) => {
    expect(orderOfSequence(days.split(' ')).order).toBe(order);
  });

  it('names no order where nothing tells', () => {
    expect(orderOfSequence(['05/05/20', '04/04/20']).isSure).toBe(false);
    expect(orderOfSequence(['06/05/20']).order).toBe('month-first');
  });

  it('takes points for day first where nothing else tells, and is sure of it', () => {
    expect(orderOfSequence(['06.05.20'])).toEqual({ order: 'day-first', isSure: true });
    expect(orderOfSequence(['10.13.25', '4.3.25', '4.2.25']).order).toBe('month-first');
    expect(orderOfSequence(['20.05.12', '20.05.11', '19.12.30']).order).toBe('year-first');
  });
});

describe('a line of it', () => {
  it.each([
    ['Salt Harbour: Temporada 2: A ponte', 'Salt Harbour'],
    ['Salt Harbour: Staffel 1: Folge 3', 'Salt Harbour'],
    ['Salt Harbour: 1. évad: A híd', 'Salt Harbour'],
    ['塩の港: 第2季: 橋', '塩の港'],
    ['소금: 시즌 1: 다리', '소금'],
    ['Salt: Tales of Reeds: Part 2: Hiss, Bang', 'Salt: Tales of Reeds'],
    ['Salt Harbour: Salt Harbour 3: Chapter One', 'Salt Harbour'],
    ['Salt Harbour: Limited Series: Pilot', 'Salt Harbour'],
    ['Salt Harbour: Episode 5', 'Salt Harbour'],
    ['소금: 제4회', '소금'],
    ['Salt: Tales: 1. Kısım: Tuz', 'Salt: Tales'],
    ['Salt: A Harbour Story', null],
    ['Salt', null],
    ['Star Ferry: Episode IV', null],
    ['Kiln: Part 2', null],
  ])('%s is of %s', (line, series) => {
    expect(seriesOfLines([line]).get(line)).toBe(series);
  });

  it('of three parts is of the longest name that other lines show to be a series', () => {
    const lines = ['Salt: Tales: Season 1: One', 'Salt: Tales: The Special: Two'];
    expect(seriesOfLines(lines).get('Salt: Tales: The Special: Two')).toBe('Salt: Tales');
  });

  describe('of two parts', () => {
    const lines = ['The Bridge', 'The Lock', 'The Ferry', 'The Dyke', 'The Mill'].map(
      (part) => `Salt Harbour: ${part}`,
    );
    const isSeries = (of: readonly string[], days: readonly string[] = []): boolean =>
      seriesOfLines(of, days).get(lines[0] ?? '') === 'Salt Harbour';

    it('is an episode where four of them were watched on one day', () => {
      expect(isSeries(lines, ['2/9/20', '2/9/20', '2/9/20', '2/9/20', '2/8/20'])).toBe(true);
      expect(isSeries(lines, ['2/9/20', '2/9/20', '2/9/20', '2/8/20', '2/8/20'])).toBe(false);
    });

    it('is an episode where other lines show the series', () => {
      expect(isSeries([...lines.slice(0, 2), 'Salt Harbour: Season 2: Home'])).toBe(true);
      expect(isSeries([...lines.slice(0, 3), 'Salt Harbour: Low Water: Home'])).toBe(true);
      expect(isSeries([...lines.slice(0, 2), 'Salt Harbour: Low Water: Home'])).toBe(false);
    });
  });
});

describe('what Netflix sends', () => {
  it('leaves out trailers, short looks and other profiles, each with its reason', async () => {
    const analysis = await analysed([sent()]);
    expect(analysis.skipped.map(({ reason }) => reason).sort()).toEqual([
      'no film or episode (hook)',
      'no thumb and no stars',
      'of the profile Bo',
      'of the profile Bo',
      'watched for less than two minutes',
    ]);
    expect(analysis.questions).toMatchObject([{ id: 'profile', answer: 'Ann' }]);
    expect(analysis.questions[0]?.options.map(({ label }) => label)).toEqual(['Ann', 'Bo', 'All of them']);
  });

  it('reads the profile that the person says', async () => {
    const { rows } = await analysed([sent()], withAnswers('netflix', { profile: 'Bo' }));
    expect(rows.map(({ title, liked, kind }) => ({ title, liked, kind }))).toEqual([
      { title: "Somebody Else's Film", liked: true, kind: 'movie' },
    ]);
  });

  it('a thumb down is a dislike, up a like, stars are a rating; a series is known by what was watched', async () => {
    const analysis = await analysed([sent()]);
    expect(rowNamed(analysis, 'Salt Harbour')).toMatchObject({ kind: 'series', liked: true, plays: 1 });
    expect(rowNamed(analysis, 'Lanterns of Ombra')).toMatchObject({ disliked: true, status: 'finished' });
    expect(rowNamed(analysis, 'Old Reeds')).toMatchObject({ ownRating: 0.8 });
    expect(rowNamed(analysis, 'The Quiet Lock')).toMatchObject({ status: 'wanted', addedAt: Date.UTC(2021, 2, 5) });
  });

  it.each([
    ['22/08/2017 06:41', '09/08/2017 19:59'],
    ['8/22/2017 6:41', '8/9/2017 19:59'],
  ])('keeps its days where a spreadsheet has saved it again: %s', async (first, second) => {
    const row = (at: string, title: string) => `Ann,${at},1:43:19,,${title},,TV,0:42:02,0:42:02,LV (Latvia)\n`;
    const header =
      'Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country\n';
    const text = `${header}${row(first, 'Reed')}${row(second, 'Ash')}`;
    const { rows } = await analysed([textFile('ViewingActivity.csv', text)]);
    expect(rows.map(({ finishedAt }) => finishedAt)).toEqual([Date.UTC(2017, 7, 22), Date.UTC(2017, 7, 9)]);
  });

  it('a film of which ten minutes were watched is not finished', async () => {
    expect(rowNamed(await analysed([sent()]), 'Kiln')).toMatchObject({ status: 'in-progress', finishedAt: null });
  });
});
