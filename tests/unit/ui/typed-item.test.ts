import { expect, it } from 'vitest';
import { itemOfTitle, likelyMeant } from '../../../renderer/src/ui/typed-item';

const found = [{ title: 'Dune' }, { title: 'Les Misérables' }];

it('typed words name a thing by its very title, whatever the case and accents', () => {
  expect(itemOfTitle(' les miserables ', found)).toBe(found[1]);
  expect(itemOfTitle('DUNE', found)).toBe(found[0]);
});

it('words that merely begin like a title are a new thing, never a wrong one', () => {
  expect(itemOfTitle('Dune Messiah', found)).toBeUndefined();
  expect(itemOfTitle('Dun', found)).toBeUndefined();
});

const library = [
  { title: 'The Culture Map: Decoding How People Think, Lead, and Get Things Done Across Cultures' },
  { title: "She Has Her Mother's Laugh: The Powers, Perversions, and Potential of Heredity" },
  { title: 'The Left Hand of Darkness' },
  { title: 'Neuromancer' },
  { title: 'Dune Messiah' },
  { title: 'Dune' },
  { title: "Ender's Game" },
];

it.each([
  ['neurom', 'Neuromancer'],
  ['left hand of', 'The Left Hand of Darkness'],
  ['Dune', 'Dune'],
  ['dune m', 'Dune Messiah'],
  ['Nueromancer', 'Neuromancer'],
  ['enders game', "Ender's Game"],
  ['ender’s', "Ender's Game"],
])('half a title, or one misspelled, means the thing: %s', (typed, title) => {
  expect(likelyMeant(typed, library)?.title).toBe(title);
});

it.each(['The Thing', 'Hereditary', 'Messiahs of Dune', 'ame', '', ' ', '?'])(
  'words that a title merely has here and there are a new thing: “%s”',
  (typed) => {
    expect(likelyMeant(typed, library)).toBeUndefined();
  },
);
