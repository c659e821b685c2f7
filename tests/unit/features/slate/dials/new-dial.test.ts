import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { BreakdownLine } from '../../../../../renderer/src/domain/breakdown';
import { slider, words } from '../../../../../renderer/src/domain/dials/dial';
import {
  type DialTable,
  type DialValues,
  isNeutralIn,
  neutralValues,
  readValues,
  type ShapesOf,
  termsOf,
  valuesSchema,
} from '../../../../../renderer/src/domain/dials/dial-table';
import { type DialFacts, type Dials, DIALS, NEUTRAL_DIALS } from '../../../../../renderer/src/domain/dials/dials';
import { completeItem } from '../../../../../renderer/src/domain/item';
import { itemId } from '../../../../../renderer/src/domain/ids';
import { chipsOf } from '../../../../../renderer/src/features/slate/dials/dial-chips';
import { DialTableControls } from '../../../../../renderer/src/features/slate/dials/dial-controls';
import { dialFacts } from '../../../../fixtures/dial-facts';
import { DIAL_TEXTS, type DialTexts, partInBreakdown } from '../../../../../renderer/src/text/dials';

/** What somebody writes who adds two dials: one entry each in the table … */
const WITH_TOYS = {
  ...DIALS,
  titles: slider({
    position: ({ item }: DialFacts) => (item.title.length > 10 ? 1 : -1),
    moves: ({ title }) => title.startsWith('A'),
  }),
  letters: words({ offered: ['a', 'b'], match: (word, { item }: DialFacts) => (item.title.includes(word) ? 1 : 0) }),
};
type Shapes = ShapesOf<typeof WITH_TOYS>;
type Values = DialValues<Shapes>;
const TABLE: DialTable<Shapes, DialFacts> = WITH_TOYS;

/** … and one in the texts. */
const TEXTS: DialTexts<Shapes> = {
  ...DIAL_TEXTS,
  titles: {
    label: 'Short or long titles',
    marks: ['short titles', 'as usual', 'long titles'],
    hint: { some: 'Moves something.', none: 'Moves nothing.' },
    inBreakdown: () => 'length of the title',
  },
  letters: { label: 'Letters', inBreakdown: (letter) => `the letter ${letter}` },
};

const dune = completeItem({ kind: 'book', title: 'dune, abridged' }, itemId('dune'), 1);
const facts = dialFacts({ item: dune });
const set: Values = { ...neutralValues(TABLE), titles: 0.5, letters: ['a', 'x'] };

function controls(items: readonly (typeof dune)[]): string {
  const element = createElement(DialTableControls<Shapes>, {
    table: TABLE,
    texts: TEXTS,
    values: set,
    items,
    onChange: () => undefined,
  });
  return renderToStaticMarkup(createElement(MantineProvider, null, element));
}

describe('a new dial', () => {
  it('is stored: a row from before it has it at neutral, a later one keeps it', () => {
    expect(neutralValues(TABLE)).toEqual({ ...NEUTRAL_DIALS, titles: 0, letters: [] });
    expect(readValues(TABLE, { ...NEUTRAL_DIALS, fame: 1 })).toEqual({ ...neutralValues(TABLE), fame: 1 });
    expect(readValues(TABLE, JSON.parse(JSON.stringify(set)))).toEqual(set);
    expect(readValues(TABLE, { titles: 2, letters: 'a' })).toEqual(neutralValues(TABLE));
    expect(readValues(TABLE, null)).toEqual(neutralValues(TABLE));
  });

  it('is checked', () => {
    const schema = valuesSchema(TABLE);
    expect(schema.parse({ ...set, letters: [' a', 'A', ''] })).toEqual({ ...set, letters: ['a'] });
    const issues = (values: unknown): unknown => schema.safeParse(values).error?.issues.map(({ path }) => path);
    expect(issues({ ...set, titles: 1.5 })).toEqual([['titles']]);
    expect(issues({ ...set, letters: ['a', 3] })).toEqual([['letters', 1]]);
    expect(issues(NEUTRAL_DIALS)).toEqual([['titles'], ['letters']]);
  });

  it('is neutral or not', () => {
    expect(isNeutralIn(TABLE, neutralValues(TABLE))).toBe(true);
    expect(isNeutralIn(TABLE, { ...neutralValues(TABLE), titles: -0.5 })).toBe(false);
  });

  it('has a term', () => {
    expect(termsOf(TABLE, set, facts)).toEqual([
      { dial: 'titles', part: '', logOdds: 0.6 },
      { dial: 'letters', part: 'a', logOdds: 0.6 },
    ]);
  });

  it('has chips, each of which takes one part back', () => {
    const chips = chipsOf(TABLE, TEXTS, set);
    expect(chips.map(({ label }) => label)).toEqual(['rather long titles', 'a', 'x']);
    expect(chips.map(({ without }) => without)).toEqual([
      { ...set, titles: 0 },
      { ...set, letters: ['x'] },
      { ...set, letters: ['a'] },
    ]);
  });

  it('has a control, with its hint and its choices', () => {
    const html = controls([dune]);
    for (const shown of ['Short or long titles', 'long titles', 'rather long titles', 'Moves nothing.', 'Letters'])
      expect(html).toContain(shown);
    // What is offered, then what was chosen besides.
    expect(html).toMatch(/>a<.*>b<.*>x</);
    expect(controls([{ ...dune, title: 'Abridged' }])).toContain('Moves something.');
  });

  it('has a line in the breakdown', () => {
    expect(partInBreakdown(TEXTS, 'titles', '')).toBe('length of the title');
    expect(partInBreakdown(TEXTS, 'letters', 'x')).toBe('the letter x');
  });

  it('does not compile with a part missing', () => {
    // @ts-expect-error a dial without its words
    const withoutWords: DialTexts<Shapes> = DIAL_TEXTS;
    // @ts-expect-error the words of a slider without its middle and right end
    const withoutMarks: DialTexts<Shapes> = { ...TEXTS, titles: { ...TEXTS.titles, marks: ['short'] } };
    // @ts-expect-error words of another shape
    const ofOtherShape: DialTexts<Shapes> = { ...TEXTS, titles: TEXTS.letters };
    // @ts-expect-error a slider without its term
    const withoutTerm = (): unknown => slider({});
    // @ts-expect-error a person's dials without one of them
    const withoutValue: Values = NEUTRAL_DIALS;
    // @ts-expect-error the program's own dials without one of them
    const withoutNovelty: Dials = { fame: 0, length: 0, kinds: {}, moods: [] };
    // @ts-expect-error a line of a breakdown about a dial that is not in DIALS
    const unknownDial: BreakdownLine = { type: 'dial', dial: 'titles', part: '', logOdds: 1 };
    expect([
      withoutWords,
      withoutMarks,
      ofOtherShape,
      withoutTerm,
      withoutValue,
      withoutNovelty,
      unknownDial,
    ]).toHaveLength(7);
  });
});
