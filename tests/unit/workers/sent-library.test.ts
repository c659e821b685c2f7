import { describe, expect, it } from 'vitest';
import { itemId } from '../../../renderer/src/domain/ids';
import { completeItem } from '../../../renderer/src/domain/item';
import { createRecommenderClient } from '../../../renderer/src/workers/recommender-client';
import { SentLibrary } from '../../../renderer/src/workers/sent-library';
import { libraryItem } from '../../fixtures/recommender-data';

const SECRET = 'her birthday present';
const DUNE = completeItem(
  { kind: 'book', title: 'Dune', note: 'lent to Ana', privateNote: SECRET, ownRating: 0.9 },
  itemId('dune'),
  1,
);

/** A client whose worker answers nothing, and what was posted to it. */
function listening() {
  const posted: unknown[] = [];
  let crash: (why: string) => void = () => undefined;
  const client = createRecommenderClient(
    () => ({
      endpoint: {
        postMessage: (message) => {
          posted.push(message);
        },
        addEventListener: () => undefined,
      },
      onCrash: (listener) => {
        crash = listener;
      },
      stop: () => undefined,
    }),
    () => 0,
  );
  return {
    client,
    posted,
    crash: () => {
      crash('out of memory');
    },
  };
}

describe('what is sent to the worker', () => {
  it('holds no notes and no opinions of the owner', () => {
    const { client, posted, crash } = listening();
    const refused = (): undefined => undefined;
    client.setLibrary({ items: [DUNE] }).catch(refused);
    client.updateLibrary({ upserts: [{ ...DUNE, title: 'Dune Messiah' }], removals: [] }).catch(refused);
    crash();
    expect(posted).toHaveLength(3);
    const text = JSON.stringify(posted);
    expect(text).toContain('Dune Messiah');
    for (const word of [SECRET, 'lent to Ana', 'privateNote', 'note', 'ownRating']) expect(text).not.toContain(word);
  });

  it('is remembered with its changes, for a worker that starts anew', () => {
    const library = new SentLibrary();
    expect(library.all()).toBeNull();
    library.replace({ items: [libraryItem('a'), libraryItem('b')] });
    const change = library.update({
      upserts: [libraryItem('a', { title: 'Other' }), libraryItem('c')],
      removals: [itemId('b')],
    });
    expect(change.upserts.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(library.all()?.items.map(({ id, title }) => [id, title])).toEqual([
      ['a', 'Other'],
      ['c', 'Title c'],
    ]);
  });
});
