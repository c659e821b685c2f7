import { gzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { OwnCatalogueSession } from '../../../../renderer/src/application/catalogue/own-catalogue-session';
import { INITIAL_CATALOGUE_STATE } from '../../../../renderer/src/domain/catalogue';
import { AppError } from '../../../../renderer/src/domain/errors';
import type { ImdbReader } from '../../../../renderer/src/domain/ports/imdb-reader';

const file = (name: string, text: string): File =>
  new File([new Uint8Array(gzipSync(new TextEncoder().encode(text)))], name);
const RATINGS = file('r.gz', 'tconst\taverageRating\tnumVotes\n');
const BASICS = file('b.gz', 'tconst\ttitleType\tprimaryTitle\t\n');
const MANIFEST = new File(['{"schemaVersion":1,"builtFrom":"2026-11-03"}'], 'manifest.json');
const NOTICE = new File(['# Sources'], 'NOTICE.md');
const EXPORT = new File(['Title,Year\nDune,2021\n'], 'films.csv');

function opened(keepTitles: ImdbReader['keepTitles'] = () => Promise.resolve({ things: 2 })) {
  const calls: string[] = [];
  const state = () => Promise.resolve(INITIAL_CATALOGUE_STATE);
  const session = new OwnCatalogueSession({
    catalogue: {
      replace: ({ files }) => {
        calls.push(`replace ${files.map(({ name }) => name).join(' ')}`);
        return state();
      },
      useShipped: state,
      removeImdb: state,
      reopen: () => {
        calls.push('reopen');
        return state();
      },
    },
    imdb: { keepTitles },
    describeLibrary: () => {
      calls.push('look up anew');
      return Promise.resolve();
    },
  });
  return { session, calls };
}

it('gives the catalogue what is for it, and the library the rest', async () => {
  const { session } = opened();
  const names = async (...files: File[]) => {
    const { catalogue, others } = await session.sort(files);
    return [catalogue, others].map((list) => list.map(({ name }) => name));
  };
  expect(await names(EXPORT, MANIFEST, NOTICE, RATINGS)).toEqual([
    ['manifest.json', 'NOTICE.md', 'r.gz'],
    ['films.csv'],
  ]);
  expect(await names(NOTICE, EXPORT)).toEqual([[], ['NOTICE.md', 'films.csv']]);
});

it('has another catalogue checked and kept, then looks the library up anew', async () => {
  const { session, calls } = opened();
  await session.take([MANIFEST, NOTICE]);
  expect(calls).toEqual(['replace manifest.json NOTICE.md', 'look up anew']);
  expect(session.snapshot()).toEqual({ step: 'done', what: 'replaced' });
});

it('asks for the other of IMDb’s two files, whichever comes first', async () => {
  for (const [first, second, missing] of [
    [RATINGS, BASICS, 'basics'],
    [BASICS, RATINGS, 'ratings'],
  ] as const) {
    const { session, calls } = opened();
    await session.take([first]);
    expect([session.snapshot(), calls]).toEqual([{ step: 'waiting', missing }, []]);
    await session.take([second]);
    expect([session.snapshot(), calls]).toEqual([{ step: 'done', what: 'imdb' }, ['reopen', 'look up anew']]);
  }
});

it('says why files were refused, and that none is for the catalogue', async () => {
  const { session, calls } = opened(() => Promise.reject(new AppError('file-unreadable', 'It is cut off.')));
  await session.take([RATINGS, BASICS]);
  expect([session.snapshot(), calls]).toEqual([{ step: 'refused', reason: 'It is cut off.' }, []]);
  await session.take([EXPORT]);
  expect(session.snapshot()).toEqual({ step: 'refused', reason: null });
});

it('stops a reading that is cancelled, and forgets its files', async () => {
  const { session, calls } = opened(
    async (_files, options) =>
      await new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => {
          reject(new AppError('cancelled', 'The request was cancelled.'));
        });
        options?.onProgress?.({ done: 3, total: 10 });
      }),
  );
  const taken = session.take([RATINGS, BASICS]);
  await new Promise<void>((resolve) => {
    const stop = session.subscribe(() => {
      const state = session.snapshot();
      if (state.step !== 'reading' || state.progress.done !== 3) return;
      stop();
      resolve();
    });
  });
  session.cancel();
  await taken;
  expect([session.snapshot(), calls]).toEqual([{ step: 'idle' }, []]);
  await session.take([BASICS]);
  expect(session.snapshot()).toEqual({ step: 'waiting', missing: 'ratings' });
});
