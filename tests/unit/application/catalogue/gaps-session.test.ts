import { describe, expect, it } from 'vitest';
import { GapsSession, type GapsState } from '../../../../renderer/src/application/catalogue/gaps-session';
import { SLICE } from '../../../../renderer/src/application/catalogue/look-up-in-slices';
import { filledIn } from '../../../../renderer/src/domain/enrichment';
import {
  INITIAL_CATALOGUE_STATE,
  type CatalogueDescription,
  type CatalogueMatch,
  type CatalogueState,
} from '../../../../renderer/src/domain/catalogue';
import { AppError } from '../../../../renderer/src/domain/errors';
import { itemId } from '../../../../renderer/src/domain/ids';
import { completeItem, type Item, type ItemDraft } from '../../../../renderer/src/domain/item';
import { catalogueEntry } from '../../../fixtures/catalogue-entry';
import { NO_MATCH, sameMatch } from '../../../fixtures/catalogue-match';

const READY: CatalogueState = { ...INITIAL_CATALOGUE_STATE, status: 'ready', reason: '', version: '1', things: 1 };
const ENTRY = catalogueEntry({ title: 'Solaris', year: 1972, identifiers: { imdb: 'tt69293' } });

const item = (id: string, draft: Partial<ItemDraft> = {}): Item =>
  completeItem({ kind: 'movie', title: id, ...draft }, itemId(id), 1);

/** A session over these things; `answer` is asked for each description. */
function sessionOf(
  items: readonly Item[],
  answer: (description: CatalogueDescription) => CatalogueMatch = () => NO_MATCH,
  state = READY,
) {
  const library = { items };
  const calls: (readonly CatalogueDescription[])[] = [];
  const session: GapsSession = new GapsSession({
    library: {
      snapshot: () => ({ ready: true, byId: new Map(library.items.map((thing) => [thing.id, thing])), items: [] }),
    },
    catalogue: {
      state: () => Promise.resolve(state),
      recognise: ({ descriptions }) => {
        calls.push(descriptions);
        return Promise.resolve(descriptions.map(answer));
      },
    },
  });
  const steps: GapsState[] = [];
  session.subscribe(() => steps.push(session.snapshot()));
  return { session, calls, library, steps };
}

describe('looking for gaps', () => {
  it('asks in slices, says how far it is, and gives each thing its own answer', async () => {
    const items = Array.from({ length: 450 }, (_, number) => item(`film ${number}`));
    const { session, calls, steps } = sessionOf(items, ({ title }) =>
      title.endsWith('7') ? sameMatch({ ...ENTRY, title }) : NO_MATCH,
    );
    await session.look();
    expect(calls.map((call) => call.length)).toEqual([200, 200, 50]);
    expect(steps.map(({ step, progress }) => [step, progress.done])).toEqual([
      ['looking', 0],
      ['looking', 200],
      ['looking', 400],
      ['looking', 450],
      ['found', 450],
    ]);
    const found = [...session.snapshot().matches].filter(([, match]) => match.verdict === 'same');
    expect(found).toHaveLength(45);
    expect(found.every(([id, match]) => match.verdict === 'same' && match.entry.title === id)).toBe(true);
  });

  it('asks again only about what has changed, without taking away what is shown', async () => {
    const { session, calls, library, steps } = sessionOf([item('one'), item('two')]);
    await session.look();
    library.items = [item('one', { ownRating: 1 }), item('two', { year: 1972 }), item('three')];
    steps.length = 0;
    await session.look();
    expect(calls[1]?.map(({ title }) => title)).toEqual(['two', 'three']);
    expect(steps.map(({ step }) => step)).toEqual(['found']);
  });

  it('forgets what is no longer there', async () => {
    const { session, library } = sessionOf([item('one'), item('two')]);
    await session.look();
    library.items = [item('two')];
    await session.look();
    expect([...session.snapshot().matches.keys()]).toEqual(['two']);
  });

  it('does not tell the catalogue its own facts', async () => {
    const filled = filledIn(item('Solaris'), { entry: ['imdb:tt69293'], facts: { year: 1972, creators: ['A. T.'] } });
    const { session, calls } = sessionOf([filled]);
    await session.look();
    expect(calls[0]?.[0]).toMatchObject({ year: null, creators: [], identifiers: {} });
  });

  it('can be cancelled: what was found so far is shown, and the next look goes on from there', async () => {
    const items = Array.from({ length: 500 }, (_, number) => item(`film ${number}`));
    const { session, calls } = sessionOf(items);
    session.subscribe(() => {
      if (session.snapshot().progress.done === SLICE && calls.length === 1) session.cancel();
    });
    await session.look();
    expect(session.snapshot()).toMatchObject({ step: 'waiting' });
    expect(session.snapshot().matches.size).toBe(SLICE);
    await session.look();
    expect(calls.map((call) => call.length)).toEqual([200, 200, 100]);
    expect(session.snapshot().step).toBe('found');
  });

  it('says why where there is no catalogue, and asks nothing', async () => {
    const { session, calls } = sessionOf([item('one')], undefined, {
      ...READY,
      status: 'unavailable',
      reason: 'It is damaged.',
    });
    await session.look();
    expect(session.snapshot()).toMatchObject({ step: 'unavailable', reason: 'It is damaged.' });
    expect(calls).toEqual([]);
  });

  it('is not stuck where a second look fails before the first has ended', async () => {
    let asked = 0;
    const { session } = sessionOf([item('one')], () => {
      asked += 1;
      throw new AppError('worker-crashed', 'It stopped.');
    });
    const [first, second] = await Promise.allSettled([session.look(), session.look()]);
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected']);
    expect(asked).toBe(1);
    expect(session.snapshot().step).toBe('waiting');
  });

  it('rejects where the catalogue fails, and is as before', async () => {
    const { session } = sessionOf([item('one')], () => {
      throw new AppError('worker-crashed', 'It stopped.');
    });
    await expect(session.look()).rejects.toMatchObject({ code: 'worker-crashed' });
    expect(session.snapshot().step).toBe('waiting');
  });
});

describe('a thing of unknown kind', () => {
  const asked = [item('Solaris', { kind: 'other', length: 167 })];
  const match = async (answer: (kind: string) => CatalogueMatch) => {
    const { session } = sessionOf(asked, ({ kind }) => answer(kind));
    await session.look();
    return session.snapshot().matches.get(itemId('Solaris'));
  };

  it('is looked up as each kind, without its length', async () => {
    const { session, calls } = sessionOf(asked);
    await session.look();
    expect(calls[0]?.map(({ kind }) => kind)).toContain('board game');
    expect(calls[0]?.every(({ length }) => length === undefined)).toBe(true);
  });

  it('is recognised where one kind has it', async () => {
    expect(await match((kind) => (kind === 'movie' ? sameMatch(ENTRY, 'title') : NO_MATCH))).toEqual(
      sameMatch(ENTRY, 'title'),
    );
    expect(await match(() => NO_MATCH)).toEqual(NO_MATCH);
  });

  it('is doubtful where a book and a film bear its title', async () => {
    const book = { ...ENTRY, kind: 'book', year: 1961 };
    const found = await match((kind) => {
      if (kind === 'movie') return sameMatch(ENTRY, 'title', 1);
      return kind === 'book' ? sameMatch(book, 'title', 2) : NO_MATCH;
    });
    expect(found).toMatchObject({ verdict: 'doubtful', candidates: [{ entry: ENTRY }, { entry: book }] });
  });
});
