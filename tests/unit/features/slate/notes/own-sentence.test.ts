import { describe, expect, it } from 'vitest';
import { ownSentence, withOrWithout } from '../../../../../renderer/src/features/slate/notes/own-sentence';

describe('ownSentence', () => {
  it.each([
    ['Read it in one night. Twice.', 'Read it in one night.'],
    ['Read it  in one\nnight.', 'Read it in one.'],
    ['<br/>What a ride!<br/><br/>More below.', 'What a ride!'],
    ['Mr. Ripley by P. Highsmith is a monster. I liked him.', 'Mr. Ripley by P. Highsmith is a monster.'],
    ['No full stop', 'No full stop.'],
    ['“So it goes.” He says it often.', '“So it goes.”'],
  ])('is the first sentence of %j', (review, sentence) => {
    expect(ownSentence(review)).toBe(sentence);
  });

  it.each([
    null,
    '',
    ' \n ',
    '** spoiler alert ** He dies. I cried.',
    'Lovely. <spoiler>He dies.</spoiler>',
    'See https://example.org/review for more.',
    'More on example.com today.',
    'It was <i>splendid</i>.',
    '[b]Wow[/b].',
    '***',
  ])('is none where it could not be sent: %j', (review) => {
    expect(ownSentence(review)).toBeNull();
  });

  it('is cut at a word where it never ends', () => {
    const sentence = ownSentence('word '.repeat(200)) ?? '';
    expect(sentence.length).toBeLessThan(250);
    expect(sentence).toMatch(/word…$/);
  });
});

describe('withOrWithout', () => {
  it('puts the sentence before the signature, and takes it out again', () => {
    const note = 'Hi Ada,\n\nTry this one.\n\nSam';
    const added = withOrWithout(note, 'A gem.', 'Sam');
    expect(added).toBe('Hi Ada,\n\nTry this one.\n\nA gem.\n\nSam');
    expect(withOrWithout(added, 'A gem.', 'Sam')).toBe(note);
    expect(withOrWithout('Try this one.', 'A gem.', '')).toBe('Try this one.\n\nA gem.');
    expect(withOrWithout('Try this. A gem. Bye.', 'A gem.', '')).toBe('Try this. Bye.');
  });
});
