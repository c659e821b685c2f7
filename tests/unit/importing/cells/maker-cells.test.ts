import { describe, expect, it } from 'vitest';
import { makerColumnOf, makersOf } from '../../../../renderer/src/importing/cells/maker-cells';

const read = (header: string, kind: string, cells: readonly string[]) => {
  const column = makerColumnOf(header, kind, cells);
  return cells.map((cell) => makersOf(cell, column));
};

describe('makersOf', () => {
  it('names whoever wrote it before whoever drew it', () => {
    const of = (cell: string) => makersOf(cell, { named: 'people', order: 'first-last' });
    expect(of('Cy Marsh (Illustrator), Ann Vole')).toEqual(['Ann Vole', 'Cy Marsh']);
    expect(of('Ann Vole (Author), Cy Marsh (Illustrator)')).toEqual(['Ann Vole', 'Cy Marsh']);
    expect(of('Cy Marsh (ed.)')).toEqual(['Cy Marsh']);
    expect([of('Ann Vole en anderen'), of('Ann Vole et al.')]).toEqual([['Ann Vole'], ['Ann Vole']]);
    expect(of('Ed. Cy Marsh, Ann Vole')).toEqual(['Ann Vole', 'Cy Marsh']);
    expect([of('Ed Stone'), of('Unknown Author'), of('Author Unknown, Ann Vole')]).toEqual([
      ['Ed Stone'],
      [],
      ['Ann Vole'],
    ]);
  });

  it('turns a name of two words that stands turned among others', () => {
    const of = (cell: string) => makersOf(cell, { named: 'people', order: 'mixed' });
    expect(of('Vole, Ann')).toEqual(['Ann Vole']);
    expect(of('Vole, A. B.')).toEqual(['A. B. Vole']);
    expect(of('Ann Vole, Bo Quill')).toEqual(['Ann Vole', 'Bo Quill']);
    expect(of('村上春樹, 大江健三郎')).toEqual(['村上春樹', '大江健三郎']);
  });

  it('parts people, but not a name from its suffix', () => {
    expect(
      read('Authors', 'book', [
        'Ann Vole, Bo Quill',
        'Ann Vole & Bo Quill',
        'Ann Vole, Bo Quill and Cy Marsh',
        'Ann Vole und Bo Quill',
        'Odo Fen King, Jr.',
        'Ann & Bo Vole',
        'Homer',
        'Ann Vole; Bo Quill; Ann Vole',
        '',
      ]),
    ).toEqual([
      ['Ann Vole', 'Bo Quill'],
      ['Ann Vole', 'Bo Quill'],
      ['Ann Vole', 'Bo Quill', 'Cy Marsh'],
      ['Ann Vole', 'Bo Quill'],
      ['Odo Fen King, Jr.'],
      ['Ann & Bo Vole'],
      ['Homer'],
      ['Ann Vole', 'Bo Quill'],
      [],
    ]);
  });

  it('turns round names that are written last name first', () => {
    expect(
      read('Author', 'book', [
        'Vole, Ann',
        'Le Quill, Bo A.',
        'King, Odo Fen, Jr.',
        'Vole, Ann; Quill, Bo',
        'Vole, Ann & Quill, Bo',
        'Marsh Reed, Cy',
        'Vole, Ann, Quill, Bo',
        'Homer',
      ]),
    ).toEqual([
      ['Ann Vole'],
      ['Bo A. Le Quill'],
      ['Odo Fen King, Jr.'],
      ['Ann Vole', 'Bo Quill'],
      ['Ann Vole', 'Bo Quill'],
      ['Cy Marsh Reed'],
      ['Ann Vole', 'Bo Quill'],
      ['Homer'],
    ]);
    // One cell says it, where no other speaks against it.
    expect(read('Author', 'book', ['Ann Vole', 'Bo Quill', 'Marsh, Cy'])[2]).toEqual(['Cy Marsh']);
    expect(read('Author (Last, First)', 'book', ['Marsh, Cy'])).toEqual([['Cy Marsh']]);
  });

  it('leaves the name of a band whole', () => {
    const bands = ['Salt, Wind & Ember', 'Marlow & Finch', 'Tyrell, The Maker', '10,000 Lamps'];
    expect(read('Artist', 'album', bands)).toEqual(bands.map((name) => [name]));
    expect(read('Artist Name(s)', 'track', [...bands, 'Ann Vole, Bo Quill', 'A,B'])).toEqual([
      ...bands.map((name) => [name]),
      ['Ann Vole', 'Bo Quill'],
      ['A', 'B'],
    ]);
    expect(read('Author', 'book', ['Salt, Wind & Ember', 'Ann Vole'])[0]).toEqual(['Salt, Wind & Ember']);
  });

  it('parts companies, but not a company from its form', () => {
    expect(read('Developers', 'game', ['Fen Games, Inc.', 'Fen Games, Moth Works', 'Salt & Co. Games'])).toEqual([
      ['Fen Games, Inc.'],
      ['Fen Games', 'Moth Works'],
      ['Salt & Co. Games'],
    ]);
  });

  it('takes roles off, and leaves out who only read or translated it', () => {
    expect(
      read('Author', 'book', ['Ed Stone, Flo Park (Narrator)', 'Ann Vole (Illustrator)', 'Flo Park (Narrator)']),
    ).toEqual([['Ed Stone'], ['Ann Vole'], ['Flo Park']]);
  });

  it('parts full names at a slash, and "Di Reed" from others, but no band', () => {
    expect(read('Author', 'book', ['Cy Marsh & Di Reed', 'Ann Vole/Bo Quill', 'Ann & Bo Vole', 'Ann/Bo'])).toEqual([
      ['Cy Marsh', 'Di Reed'],
      ['Ann Vole', 'Bo Quill'],
      ['Ann & Bo Vole'],
      ['Ann/Bo'],
    ]);
  });
});
