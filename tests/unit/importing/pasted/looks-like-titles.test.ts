import { describe, expect, it } from 'vitest';
import { looksLikeTitles } from '../../../../renderer/src/importing/pasted/looks-like-titles';
import { kindOfHeader } from '../../../../renderer/src/importing/pasted/title-headers';

const LISTS: readonly (readonly [string, string])[] = [
  ['titles', 'The Copper Gate\nWinter Ledger\nEat, Pray, Row'],
  ['titles with years and makers', 'Alpine Hours (1999)\nReed Hours - Mara Ellison\nKiln: Resurrection\n12 Lamps'],
  ['bullets', '- have you met the owl\n- moss\n- what the tide said to the boat that nobody wanted to row'],
  ['numbers', '1. Salt Roads\n2. The Good, the Bad and the Muddy\n3. =LOVE'],
  ['headings', '# Films\nAlpine Hours\nKiln\n\nBooks:\nReed Hours\nSalt Roads'],
  ['bullets under nearly as many headings', '# Read\n- Kiln\n- Oven\n## Given up\n- Salt\nSeen:\n* Reed Hours'],
  ['a chat', '[12:04] Ann: Past Lamps\n[12:05] Bo: Moss!\n[12:07] Ann: Kiln 2'],
  [
    'some with bullets, makers and long subtitles, some without, under headings',
    'Clay:\n- Kilns by Hand - Ann Vole\n- Ovens: A Practical Guide to Building, Firing and Mending Ovens of Every Kind Without Any Help - Bo Quill and Cy Marsh of Reed\n\nC#:\n- Lamps in C# - Di Reed\n\nHousing:\nMend It Yourself - Ed Stone\nGlazes',
  ],
  ['signs behind backslashes', '* Salt \\& Sea\n* Reed\\_Hours\n* 12 Lamps'],
  ['another script', '千と千尋\nもののけ姫\n=LOVE'],
];
const OTHERS: readonly (readonly [string, string])[] = [
  ['one line', 'The Copper Gate'],
  [
    'a letter',
    'Dear Bo,\n\nI was at the kiln all day, and the glaze ran.\nNothing can be done about it before the winter.\n\nYours, Ann',
  ],
  [
    'wrapped prose',
    'Redistribution in source and binary\nforms, with or without changes, is\npermitted provided that the following\nconditions are met by everybody who\ndoes so.',
  ],
  ['a program', 'import { a } from "b";\n\nconst x = 1;\nexport function f() {\n  return x;\n}'],
  [
    'sentences with bullets',
    '- The kiln was left open for the whole night and nobody at all had thought of the glaze or the oven or the lamps in it\n- Whoever comes first in the morning has to look after the fire and after the lamps and to write it down in the book\n- Clay',
  ],
  ['a log', '2024-01-02 03:04:05 INFO started\n2024-01-02 03:04:06 WARN slow\n2024-01-02 03:04:07 INFO done'],
  ['settings', 'name = kiln\nport = 80\npath = /srv/kiln'],
  ['settings with colons', 'name: kiln\nport: 80\npath: /srv'],
  ['paths', 'src/kiln/oven.ts\nsrc/kiln/clay.ts\nREADME.md'],
  ['e-mail addresses', 'ann@kiln.example\nbo@kiln.example'],
  ['numbers of nothing', '1234567890123\n2345678901234\n3456789012345'],
  [
    'keys',
    'MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQ\nUjESMBAGA1UEChMJQmFsdGltb3JlMRMwEQYDVQQLEwpDeWJlclRydXN',
  ],
];

describe('lines of a text', () => {
  it.each(LISTS)('are titles: %s', (_name, text) => {
    expect(looksLikeTitles(text.split('\n'), false)).toBe(true);
  });

  it.each(OTHERS)('are none: %s', (_name, text) => {
    expect(looksLikeTitles(text.split('\n'), false)).toBe(false);
  });
});

describe('a header', () => {
  it('says what the titles below it are, or nothing', () => {
    expect(['Film', 'BOOKS', '"Titel"', 'Alpine Hours'].map(kindOfHeader)).toEqual(['movie', 'book', null, undefined]);
  });
});

it('takes addresses, one on each line, for a list', () => {
  expect(looksLikeTitles(['https://kiln.example/a', 'https://oven.example/'], false)).toBe(true);
  expect(looksLikeTitles(['https://kiln.example/a', 'port: 8080', 'debug: true'], false)).toBe(false);
});
