import { expect, it } from 'vitest';
import { itemOfTitle } from '../../../renderer/src/ui/typed-item';

const found = [{ title: 'Dune' }, { title: 'Les Misérables' }];

it('typed words name a thing by its very title, whatever the case and accents', () => {
  expect(itemOfTitle(' les miserables ', found)).toBe(found[1]);
  expect(itemOfTitle('DUNE', found)).toBe(found[0]);
});

it('words that merely begin like a title are a new thing, never a wrong one', () => {
  expect(itemOfTitle('Dune Messiah', found)).toBeUndefined();
  expect(itemOfTitle('Dun', found)).toBeUndefined();
});
