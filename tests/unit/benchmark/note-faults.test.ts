import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../fixtures/note-faults';

const faults = (note: string): readonly string[] =>
  faultsOf({ item: { title: 'A Title', note: null }, reasons: [], reasonTexts: ['A reason.'], note }, []);

describe('the faults of a draft note', () => {
  it.each([
    'Do you know anything else by Kurt Vonnegut Jr.?',
    'More by Samuel L., perhaps?',
    'Something by the makers at Double Fine Inc., again.',
    'It has wit, tension, etc.; see for yourself.',
  ])('are none where a full stop belongs to the word: “%s”', (note) => {
    expect(faults(note)).toEqual([]);
  });

  it.each([
    'Something by Ann Holm..',
    'Well,, yes.',
    'Is it?!',
    'By Kurt Vonnegut Jr...',
    'What a film ?.',
    'So …. Yes.',
  ])('are doubled marks elsewhere: “%s”', (note) => {
    expect(faults(note)).toContain('doubled punctuation');
  });
});
