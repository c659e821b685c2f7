import { describe, expect, it } from 'vitest';
import { NO_COMMON_GROUND, type CommonGround } from '../../../../../renderer/src/domain/common-ground';
import { itemId } from '../../../../../renderer/src/domain/ids';
import { completeItem } from '../../../../../renderer/src/domain/item';
import type { Reason } from '../../../../../renderer/src/domain/recommendation';
import {
  draftNote,
  NOTE_LENGTHS,
  type DraftNoteInput,
  type NoteLength,
} from '../../../../../renderer/src/features/slate/notes/draft-note';
import type { SpelledItem } from '../../../../../renderer/src/features/slate/reasons/spelled-title';
import { KnownSpellings } from '../../../../../renderer/src/identity/known-spelling';
import { beginAlike, faultsOf } from '../../../../fixtures/note-faults';

const known = itemId('known');
const item = completeItem(
  { kind: 'book', title: 'Piranesi', creators: ['Susanna Clarke'], privateNote: 'SECRET' },
  itemId('p'),
  0,
);
const thing = (title: string, more: Partial<SpelledItem> = {}): SpelledItem => ({
  kind: 'book',
  title,
  series: null,
  inLibrary: true,
  ...more,
});
const event = (rating: number | null, common: Partial<CommonGround> = {}, more = {}): Reason => ({
  type: 'event',
  itemId: known,
  rating,
  chosen: false,
  contribution: 1,
  recognised: true,
  common: { ...NO_COMMON_GROUND, ...common },
  ...more,
});
const draft = (more: Partial<DraftNoteInput> = {}): string => {
  const itemsById = more.itemsById ?? new Map([[known, thing('Jonathan Strange')]]);
  return draftNote({
    spellings: new KnownSpellings(itemsById.values()),
    item,
    friendNames: ['Ada'],
    reasons: [],
    itemsById,
    ownerName: '',
    ...more,
  });
};
const of = (length: NoteLength, withOwnWords = false) => ({ style: { length, withOwnWords } });
const REVIEW = 'Jeg læste den på en nat og kunne ikke stoppe. <br/>Se https://example.org';
const LINKS: readonly Partial<CommonGround>[] = [
  { creator: 'Susanna Clarke' },
  { series: 'Raven King' },
  { lovedTogether: true },
  { tags: ['Fantasy'] },
];
/** Forty notes for forty friends: every wording comes up. */
const many = (more: Partial<DraftNoteInput>): string[] =>
  Array.from({ length: 40 }, (_, at) =>
    draft({ friendNames: [`Ada${String.fromCodePoint(97 + (at % 26))}${at}`], ...more }),
  );

describe('draftNote', () => {
  it('greets, names the thing and signs', () => {
    const note = draft({ ownerName: ' Sam ' });
    expect(note).toMatch(/^Hi Ada,\n\n.*“Piranesi” by Susanna Clarke.*\n\nSam$/u);
  });

  it('never quotes the review unless it is asked to', () => {
    for (const length of NOTE_LENGTHS) {
      const mine = { item: { ...item, note: 'A house without end. Read it twice.', ownRating: 1 } };
      expect(draft({ ...mine, ...of(length) })).not.toContain('house');
      expect(draft({ ...mine, ...of(length, true) })).toContain('A house without end.');
      expect(draft({ ...mine, ...of(length, true) })).not.toContain('twice');
    }
  });

  it('never takes the private note', () => {
    expect(draft({ item: { ...item, note: 'public' }, ...of('long', true) })).not.toContain('SECRET');
  });

  it('claims nothing of the friend without a link, and nothing guessed or learned', () => {
    const reasons: Reason[] = [
      event(1),
      event(0.8, { likelyTags: ['fantasy'] }),
      event(0.2, { creator: 'Susanna Clarke' }),
      event(null, { creator: 'Susanna Clarke' }),
      event(1, { creator: 'Susanna Clarke' }, { contribution: -1 }),
      event(0.8, { creator: 'Susanna Clarke' }, { chosen: true }),
      { type: 'learned', feature: 'tag:horror', weight: 1, contribution: 3 },
      { type: 'crowd', rating: 0.9, count: 9, contribution: 1 },
      { type: 'taste', contribution: 1 },
    ];
    for (const length of NOTE_LENGTHS) expect(draft({ reasons, ...of(length) })).toBe(draft(of(length)));
  });

  it.each(LINKS)('says what links the two things: %j', (common) => {
    for (const note of many({ reasons: [event(1, common)] })) {
      expect(note).toContain('“Jonathan Strange”');
      expect(note).toContain('“Piranesi”');
      expect(note).toMatch(/Susanna Clarke|series|tend to love|fantasy/u);
    }
  });

  it('says “I loved it” right after the thing that is sent', () => {
    for (const note of many({ item: { ...item, ownRating: 1 }, reasons: [event(1, { lovedTogether: true })] }))
      expect(note).toMatch(/“Piranesi”[^“]*loved it|“Piranesi”[^“]*\. I .*loved it/u);
  });

  it('gives no opinion that the sender does not hold', () => {
    for (const soSo of [0.6, 0.7]) expect(draft({ item: { ...item, ownRating: soSo } })).toBe(draft());
    expect(draft({ item: { ...item, ownRating: 0.8 } })).toMatch(/I (?:liked|enjoyed) it/u);
  });

  it('speaks to several friends without reasons about one', () => {
    const note = draft({ friendNames: ['Ada', 'Ben'], reasons: [event(1, { creator: 'Susanna Clarke' })] });
    expect(note).toContain('Hi Ada and Ben,');
    expect(note).not.toContain('Jonathan Strange');
  });

  it('goes on after the greeting where it is short', () => {
    for (const note of many({ reasons: [event(1, { lovedTogether: true })], ...of('short') })) {
      expect(note).toMatch(/^Hi Ada\w+, (?:[a-z]|I\b)/u);
      expect(note).not.toContain('\n');
    }
  });

  it('adds a second link where it may be long, and none twice', () => {
    const other = itemId('other');
    const input = {
      reasons: [event(1, { creator: 'Susanna Clarke' }), event(0.8, { tags: ['slow'] }, { itemId: other })],
      itemsById: new Map([
        [known, thing('Jonathan Strange')],
        [other, thing('Stoner')],
      ]),
    };
    expect(draft({ ...input, ...of('long') })).toMatch(
      /You also liked “Stoner”, which is in the same vein \(slow\)\.$/u,
    );
    expect(draft(input)).not.toContain('Stoner');
    const twice = [input.reasons[0], event(1, { creator: 'Susanna Clarke' }, { itemId: other })] as Reason[];
    expect(draft({ ...input, reasons: twice, ...of('long') })).not.toContain('Stoner');
  });

  it('never repeats a typo', () => {
    const typed = (title: string, recognised: boolean): string =>
      draft({
        reasons: [event(1, { creator: 'Susanna Clarke' }, { recognised })],
        itemsById: new Map([
          [known, thing(title, { inLibrary: false })],
          [itemId('own'), thing('The Ladies of Grace Adieu')],
        ]),
      });
    expect(typed('ladies of grace adeu', false)).toContain('The Ladies of Grace Adieu');
    // Nothing vouches for it: only the maker is named.
    expect(typed('jonathn strange', false)).not.toMatch(/jonathn/iu);
    expect(typed('jonathn strange', false)).toContain('you like Susanna Clarke');
    expect(typed('jonathan strange', true)).toContain('“Jonathan Strange”');
  });

  it('names things as one says them', () => {
    const titled = (kind: string, title: string) => draft({ item: { ...item, kind, title, creators: [] } });
    expect(titled('book', 'Guns, Germs, and Steel: The Fates of Human Societies')).toContain(
      '“Guns, Germs, and Steel”',
    );
    expect(titled('movie', 'The Lord of the Rings: The Return of the King')).toContain('Return of the King”');
    expect(titled('music artist', 'Radiohead')).not.toContain('“');
    expect(titled('book', '"Surely You’re Joking!"')).toContain('“Surely You’re Joking!”');
  });

  it('is worded the same every time, and in several ways for several friends', () => {
    const notes = many({ reasons: [event(1, { lovedTogether: true })] });
    expect(notes).toEqual(many({ reasons: [event(1, { lovedTogether: true })] }));
    expect(beginAlike(notes)).toBe(false);
    expect(new Set(notes.map((note) => note.split('\n\n')[1])).size).toBeGreaterThan(3);
  });

  it('has none of the faults that one would be embarrassed by, in any wording and length', () => {
    const read = { ...item, note: REVIEW, ownRating: 1 };
    for (const common of [{}, ...LINKS])
      for (const length of NOTE_LENGTHS)
        for (const note of many({ item: read, reasons: [event(1, common)], ownerName: 'Sam', ...of(length) }))
          expect(faultsOf({ item: read, reasons: [], reasonTexts: ['-'], note }, []), note).toEqual([]);
  });
});

describe('the list of faults', () => {
  const faults = (note: string, reviewed: string | null = null): readonly string[] =>
    faultsOf({ item: { title: 'Piranesi', note: reviewed }, reasons: [], reasonTexts: ['-'], note }, []);

  it.each([
    ['You loved “Dune”.', 'a claim without a link: You loved TITLE.'],
    ['I thought of you today. I thought of you today.', 'a repeated clause'],
    ['Den er god, og jeg holdt af den.', 'another language'],
    ['See www.example.org.', 'an address'],
    ['So good.<br/>Yes.', 'markup'],
    ['** spoiler alert ** He dies.', 'a spoiler mark'],
    ['I loved it..', 'doubled punctuation'],
    ['This is by undefined.', 'a hole'],
  ])('finds it in %j', (note, fault) => {
    expect(faults(note)).toContain(fault);
  });

  it('finds a quoted review, a year given as a reason, and a thing without a link', () => {
    expect(faults('One two three four five.', 'Well, One two three four five.')).toContain('quotes the review');
    const read = (common: Partial<CommonGround>): readonly string[] =>
      faultsOf({ item, reasons: [event(1, common)], reasonTexts: ['-'], note: 'Hi.' }, []);
    expect(read({ tags: ['2016'] })).toEqual(['no reason: 2016']);
    expect(read({})).toEqual(['a thing without a link']);
    expect(faultsOf({ item, reasons: [], reasonTexts: [], note: 'Hi.' }, [])).toEqual(['no reason']);
  });

  it('finds five notes that begin alike', () => {
    expect(beginAlike(['Hi A,\n\nI think x', 'Hi A,\n\nI think y', 'Hi A,\n\nI think z'])).toBe(true);
    expect(beginAlike(['Hi A,\n\nI think x', 'Hi A,\n\nOne for y', 'Hi A,\n\nI think z'])).toBe(false);
  });
});
