import { describe, expect, it } from 'vitest';
import { completeItem } from '../../../../../renderer/src/domain/item';
import { itemId } from '../../../../../renderer/src/domain/ids';
import type { Reason } from '../../../../../renderer/src/domain/recommendation';
import {
  draftNote,
  type DraftNoteInput,
  NOTE_LENGTHS,
} from '../../../../../renderer/src/features/slate/notes/draft-note';

const known = itemId('known');
const item = completeItem(
  { kind: 'book', title: 'Piranesi', creators: ['Susanna Clarke'], privateNote: 'SECRET' },
  itemId('p'),
  0,
);
const event = (rating: number | null, more: Partial<Extract<Reason, { type: 'event' }>> = {}): Reason => ({
  type: 'event',
  itemId: known,
  rating,
  contribution: 1,
  sharedTags: [],
  likelySharedTags: [],
  sharedCreator: null,
  ...more,
});
const draft = (more: Partial<DraftNoteInput> = {}): string =>
  draftNote({
    item,
    friendNames: ['Ada'],
    reasons: [],
    itemsById: new Map([[known, { title: 'Jonathan Strange' }]]),
    ownerName: '',
    ...more,
  });

describe('draftNote', () => {
  it('greets, names the thing and says no more than is known', () => {
    expect(draft()).toBe('Hi Ada,\n\nI thought of you: Piranesi by Susanna Clarke.');
  });

  it('gives the reason, the opinion, the public words and the signature', () => {
    const text = draft({
      item: { ...item, ownRating: 1, note: 'Read it  in one\nnight.' },
      ownerName: ' Sam ',
      reasons: [event(1, { sharedCreator: 'Susanna Clarke' })],
    });
    expect(text).toBe(
      'Hi Ada,\n\nI thought of you: Piranesi by Susanna Clarke. I loved it. What I wrote about it: “Read it in one night.” ' +
        'You loved Jonathan Strange, and this is by Susanna Clarke too.\n\nSam',
    );
  });

  it('never says the friend liked what they did not, nor the sender', () => {
    const text = draft({
      item: { ...item, ownRating: 0.7 },
      reasons: [event(0.2), event(0.7), event(null), event(1, { contribution: -1 })],
    });
    expect(text).toBe('Hi Ada,\n\nI thought of you: Piranesi by Susanna Clarke.');
    // A guess is nothing to tell a friend.
    expect(draft({ reasons: [event(0.8, { likelySharedTags: ['fantasy'] })] })).not.toContain('fantasy');
    expect(draft({ reasons: [event(0.2), event(0.8, { sharedTags: ['fantasy'] })] })).toContain(
      'You liked Jonathan Strange, and this is in the same vein (fantasy).',
    );
  });

  it('never takes the private note', () => {
    expect(draft({ item: { ...item, note: 'public' } })).not.toContain('SECRET');
  });

  it('speaks to several friends without reasons about one', () => {
    const text = draft({ friendNames: ['Ada', 'Ben'], reasons: [event(1)] });
    expect(text).toContain('Hi Ada and Ben,');
    expect(text).not.toContain('Jonathan Strange');
  });

  it('says it in one sentence, with the strongest reason', () => {
    const short = (more: Partial<DraftNoteInput> = {}): string =>
      draft({ item: { ...item, ownRating: 1, note: 'My words.' }, length: 'short', ...more });
    expect(short()).toBe('Hi Ada, I thought of you: Piranesi by Susanna Clarke.');
    expect(short({ reasons: [event(1), event(0.8)], ownerName: 'Sam' })).toBe(
      'Hi Ada, I thought of you: Piranesi by Susanna Clarke, since you loved Jonathan Strange.\n\nSam',
    );
    expect(short({ reasons: [{ type: 'liked-tag', tag: 'cosy', contribution: 1 }] })).toContain(
      ', since you like cosy.',
    );
    expect(short({ reasons: [event(0.2)] })).not.toContain('since');
    expect(short({ friendNames: ['Ada', 'Ben'], reasons: [event(1)] })).toBe(
      'Hi Ada and Ben, I thought you might like this: Piranesi by Susanna Clarke.',
    );
  });

  it('adds a second reason and all of the own words where it may be long', () => {
    const note = 'word '.repeat(100).trim();
    const other = itemId('other');
    const input = {
      item: { ...item, note },
      reasons: [
        event(1, { sharedCreator: 'Susanna Clarke' }),
        event(0.8, { itemId: other, sharedTags: ['slow'] }),
        event(1),
      ],
      itemsById: new Map([
        [known, { title: 'Jonathan Strange' }],
        [other, { title: 'Stoner' }],
      ]),
    };
    const long = draft({ ...input, length: 'long' });
    expect(long).toContain(`“${note}”`);
    expect(long).toMatch(
      /You loved Jonathan Strange, and this is by Susanna Clarke too\. You also liked Stoner, and this is in the same vein \(slow\)\.$/,
    );
    expect(draft(input)).not.toContain('Stoner');
    expect(draft({ ...input, item: { ...item, note: 'word '.repeat(1000) }, length: 'long' }).length).toBeLessThan(
      1500,
    );
  });

  it('claims nothing learned or guessed', () => {
    const reasons: Reason[] = [
      { type: 'learned', feature: 'tag:horror', weight: 1, contribution: 3 },
      { type: 'crowd', rating: 0.9, count: 9, contribution: 1 },
    ];
    for (const length of NOTE_LENGTHS) expect(draft({ reasons, length })).toBe(draft({ length }));
  });

  it('cuts a long review at a word', () => {
    const text = draft({ item: { ...item, note: 'word '.repeat(200) } });
    expect(text.length).toBeLessThan(300);
    expect(text).toMatch(/word…”$/);
  });
});
