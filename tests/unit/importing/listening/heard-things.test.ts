import { describe, expect, it } from 'vitest';
import { HeardThings } from '../../../../renderer/src/importing/listening/heard-things';
import type { Play, SongUnit } from '../../../../renderer/src/importing/listening/play';
import { RowCollector } from '../../../../renderer/src/importing/source';

const DAY = 86_400_000;
const NOON = Date.UTC(2023, 0, 1, 12);

const play = (work: string, part: string, day: number, more: Partial<Play> = {}): Play => ({
  medium: 'music',
  maker: 'The Reeds',
  work,
  part,
  endedAt: NOON + day * DAY,
  heard: 200_000,
  skipped: false,
  ids: {},
  ...more,
});

interface Settings {
  readonly unit?: SongUnit;
  readonly least?: number;
  readonly mayBeVideos?: boolean;
}

function heard(plays: readonly Play[], { unit = 'albums', least = 1, mayBeVideos = false }: Settings = {}) {
  const things = new HeardThings(unit);
  const collector = new RowCollector();
  plays.forEach((one, index) => {
    expect(things.play('h.json', index + 1, one)).toBeNull();
  });
  things.finish(collector, least, mayBeVideos);
  const { rows, skipped, joinedCount } = collector;
  expect(rows.length + skipped.length + joinedCount).toBe(plays.length);
  return { rows, skipped };
}

const times = (count: number, make: (index: number) => Play): Play[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('what was heard', () => {
  it('is counted, dated by its first and last play, and finished once five songs were heard', () => {
    const { rows } = heard(times(6, (day) => play('Mill Songs', `Song ${day % 5}`, day)));
    expect(rows).toMatchObject([
      { kind: 'album', title: 'Mill Songs', creators: ['The Reeds'], plays: 6, status: 'finished', liked: false },
    ]);
    expect(rows[0]).toMatchObject({ addedAt: NOON, finishedAt: NOON + 5 * DAY });
  });

  it('is not an album heard through where four songs were', () => {
    expect(heard(times(4, (day) => play('Mill Songs', `Song ${day}`, day))).rows).toMatchObject([{ status: 'none' }]);
  });

  it('counts neither plays under 30 seconds nor skipped ones', () => {
    const { rows, skipped } = heard([
      play('Mill Songs', 'Grist', 0, { heard: 29_999 }),
      play('Mill Songs', 'Grist', 1, { heard: 30_000 }),
      play('Mill Songs', 'Grist', 2, { skipped: true }),
      play('Quay', 'Lamp', 3, { heard: 1000 }),
    ]);
    expect(rows).toMatchObject([{ title: 'Mill Songs', plays: 1 }]);
    expect(skipped).toMatchObject([{ line: 4, reason: 'never played for 30 seconds', excerpt: 'The Reeds · Quay' }]);
  });

  it('is one album whatever its pressing', () => {
    const pressings = [
      'Mill Songs',
      'Mill Songs (Deluxe Edition)',
      'Mill Songs [disc 2]',
      'mill songs - 2014 Remaster',
    ];
    expect(heard(pressings.map((work, day) => play(work, 'Grist', day))).rows).toMatchObject([{ plays: 4 }]);
  });

  it('is an artist where no album is known, an artist or a song where these were asked for', () => {
    const plays = [play('', 'Grist (feat. Bo Quill)', 0), play('Mill Songs', 'Grist', 1)];
    const named = (unit: SongUnit): string[] =>
      heard(plays, { unit }).rows.map(({ kind, title }) => `${kind} ${title}`);
    expect(named('albums')).toEqual(['music artist The Reeds', 'album Mill Songs']);
    expect(named('artists')).toEqual(['music artist The Reeds']);
    expect(named('songs')).toEqual(['track Grist']);
  });

  it('comes in only where it was played often enough', () => {
    const plays = [...times(3, (day) => play('Mill Songs', 'Grist', day)), play('Quay', 'Lamp', 9)];
    const { rows, skipped } = heard(plays, { least: 3 });
    expect(rows.map(({ title }) => title)).toEqual(['Mill Songs']);
    expect(skipped).toMatchObject([{ reason: 'played once', line: 4 }]);
  });

  it('keeps podcasts and books going', () => {
    const { rows } = heard([
      play('Radio Ombra', 'On bells', 0, { medium: 'podcast', maker: '' }),
      play('Radio Ombra', 'On rain', 1, { medium: 'podcast', maker: 'Fen Audio' }),
      play('Salt Roads', 'Chapter 1', 2, { medium: 'audiobook', maker: 'Tove Arn' }),
    ]);
    expect(rows).toMatchObject([
      {
        kind: 'podcast',
        title: 'Radio Ombra',
        creators: ['Fen Audio'],
        plays: 2,
        status: 'in-progress',
        finishedAt: null,
      },
      { kind: 'book', title: 'Salt Roads', creators: ['Tove Arn'], status: 'in-progress' },
    ]);
  });
});

describe('what is liked', () => {
  const others = times(5, (index) => play(`Other ${index}`, 'Song', index));

  it('was played ten times on three days, and is among the most played fifth', () => {
    const { rows } = heard([...others, ...times(10, (index) => play('Mill Songs', 'Grist', index % 4))]);
    expect(rows.filter(({ liked }) => liked === true).map(({ title }) => title)).toEqual(['Mill Songs']);
  });

  it.each([
    ['nine times', times(9, (index) => play('Mill Songs', 'Grist', index))],
    ['on one day', times(30, () => play('Mill Songs', 'Grist', 1))],
  ])('was not played %s', (_name, plays) => {
    expect(heard([...others, ...plays]).rows.some(({ liked }) => liked)).toBe(false);
  });

  it('is not everything that somebody plays often', () => {
    const plays = Array.from({ length: 10 }, (_, album) =>
      times(10 + album, (day) => play(`Album ${album}`, 'Song', day)),
    ).flat();
    expect(heard(plays).rows.filter(({ liked }) => liked)).toHaveLength(3);
  });

  it('was saved; and what is blocked is disliked however often it was played', () => {
    const things = new HeardThings('albums');
    const collector = new RowCollector();
    for (const one of times(12, (day) => play('Mill Songs', 'Grist', day))) things.play('h.json', 1, one);
    things.say('l.json', 1, play('Mill Songs', '', 0), { disliked: true });
    things.say('l.json', 2, play('Quay', 'Lamp', 0), { liked: true });
    things.say('l.json', 3, play('Quay', 'Lamp', 0), { disliked: true }, 'songs');
    things.finish(collector, 3, false);
    expect(collector.rows).toMatchObject([
      { title: 'Mill Songs', liked: false, disliked: true },
      { title: 'Quay', liked: true },
      { kind: 'track', title: 'Lamp', disliked: true },
    ]);
  });
});

describe('where videos may be among the music', () => {
  const albums = times(6, (day) => play('Mill Songs', 'Grist', day));
  const video = play('', 'You laugh you lose', 1, { maker: 'Funny Clips' });

  it('leaves out whoever no album is known of, and says so', () => {
    const { rows, skipped } = heard([...albums, video, play('', 'Live', 2)], { mayBeVideos: true });
    expect(rows.map(({ title }) => title)).toEqual(['Mill Songs', 'The Reeds']);
    expect(skipped).toMatchObject([{ excerpt: 'Funny Clips', reason: expect.stringContaining('a video') as string }]);
  });

  it('keeps them where hardly any album is known', () => {
    expect(heard([video, play('', 'Live', 2)], { mayBeVideos: true }).rows).toHaveLength(2);
  });
});
