import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import {
  guessEncoding,
  GUESSED_ENCODINGS,
  type GuessedEncoding,
} from '../../../../renderer/src/importing/containers/guess-encoding';
import { decoderOf } from '../../../../renderer/src/importing/containers/text-encoding';
import { bytesFile, textFile } from '../../../fixtures/exports/files';

/** The bytes of a text in an encoding of one or two bytes a character: the decoder, turned round. */
function encoded(text: string, encoding: GuessedEncoding): Uint8Array<ArrayBuffer> {
  const decode = decoderOf(encoding);
  const bytesOf = new Map<string, readonly number[]>();
  for (let lead = 0x80; lead < 0x100; lead += 1) {
    const single = decode(new Uint8Array([lead]), true);
    if (single.length === 1 && single !== '\uFFFD' && !bytesOf.has(single)) bytesOf.set(single, [lead]);
    if (!['gbk', 'shift_jis', 'big5', 'euc-kr'].includes(encoding)) continue;
    for (let trail = 0x40; trail < 0x100; trail += 1) {
      const pair = decoderOf(encoding)(new Uint8Array([lead, trail]), true);
      if (Array.from(pair).length === 1 && pair !== '\uFFFD' && !bytesOf.has(pair)) bytesOf.set(pair, [lead, trail]);
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = character <= '\x7F' ? [character.charCodeAt(0)] : bytesOf.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

const TEXTS: readonly (readonly [string, GuessedEncoding, string])[] = [
  ['German', 'windows-1252', 'Die Kupferpforte;Jörg Müßig\nGrüße aus Köln;Änne Öhler\n'],
  ['French', 'windows-1252', 'L’été à Nîmes;Hélène Barçon\nLa forêt d’où l’on rêve;Zoé Lefèvre\n'],
  ['Spanish', 'windows-1252', '¿Dónde está el otoño?;Íñigo Peñín\nLa niña y el ratón;María José\n'],
  ['Danish', 'windows-1252', 'Søens Ærø;Åse Bjørn\nPå gåden;Jørgen Skår\n'],
  ['Portuguese', 'windows-1252', 'Coração de São João;Conceição Araújo\n'],
  ['a single title', 'windows-1252', 'Léon\n'],
  ['French of an old Mac', 'macintosh', 'L’été à Nîmes;Hélène Barçon\nLa forêt d’où l’on rêve;Zoé Lefèvre\n'],
  ['German of an old Mac', 'macintosh', 'Die Kupferpforte;Jörg Müßig\nGrüße aus Köln;Änne Öhler\n'],
  ['Polish', 'windows-1250', 'Źdźbło trawy;Łucja Śpiewak\nŻółta łódź;Grażyna Wójcik\n'],
  ['Czech', 'windows-1250', 'Příliš žluťoučký kůň;Jiří Řehoř\nSněhová věž;Božena Šťastná\n'],
  ['Hungarian', 'windows-1250', 'Árvíztűrő tükörfúrógép;Győző Szűcs\nAz őszi erdő;Jenő Fűzfa\n'],
  ['Russian', 'windows-1251', 'Название;Режиссёр\nБумажная гавань;Анна Воль\n'],
  ['Ukrainian', 'windows-1251', 'Паперова гавань;Їжак Євген\n'],
  ['Greek', 'windows-1253', 'Το χάρτινο λιμάνι;Άννα Βόλη\nΗ μεγάλη πεδιάδα;Γιώργος\n'],
  ['Turkish', 'windows-1254', 'Kâğıt liman;Ayşe Güneş\nUzun çayır;İbrahim Işık\n'],
  ['Chinese', 'gbk', '片名,导演\n纸港,安娜\n长草地,博\n'],
  ['Russian of old Unix', 'koi8-r', 'Название;Режиссёр\nБумажная гавань;Анна Воль\n'],
  ['Chinese of Taiwan', 'big5', '書名,作者\n銅之門與冬日帳簿,王小明\n'],
  ['Korean', 'euc-kr', '제목,저자\n구리의 문,김영희\n겨울의 장부,이철수\n'],
  ['Japanese', 'shift_jis', '題名,監督\n紙の港,アンナ\n長い草原,ボー\n'],
];

describe('the encoding of a file without a mark', () => {
  it.each(TEXTS)('%s is %s', (_language, encoding, text) => {
    expect(guessEncoding(encoded(text, encoding))[0]?.encoding).toBe(encoding);
  });

  it('is guessed without reading past what it is given, whatever the bytes', () => {
    for (let length = 0; length < 400; length += 1) {
      const bytes = Uint8Array.from({ length }, (_unused, index) => (index * 7919 + length * 31) % 256);
      expect(
        guessEncoding(bytes)
          .map(({ encoding }) => encoding)
          .sort(),
      ).toEqual([...GUESSED_ENCODINGS].sort());
    }
  });

  it('is asked with a line as each would read it, and read as the person says', async () => {
    const text = 'Title;Rating\nПаперова гавань;5\n';
    const file = bytesFile('own.csv', encoded(text, 'windows-1251'));
    const mapping = { columns: { title: 0, rating: 1 }, kind: 'movie', ratingMaximum: 5, crowdMaximum: 5 };
    const [analysis] = (await analyseFiles([file], { mapping })).analyses;
    expect(analysis?.rows.map(({ title }) => title)).toEqual(['Паперова гавань']);
    const [question] = analysis?.questions ?? [];
    expect(question).toMatchObject({ id: 'encoding:own.csv', answer: 'windows-1251' });
    expect(question?.options[0]).toEqual({
      value: 'windows-1251',
      label: '“Паперова гавань;5” — Cyrillic (Windows-1251)',
    });
    const answers = new Map([['csv', new Map([['encoding:own.csv', 'macintosh']])]]);
    const [other] = (await analyseFiles([file], { mapping, answers })).analyses;
    expect(other?.rows[0]?.title).not.toContain('гавань');
    expect(other?.questions[0]).toMatchObject({ answer: 'macintosh' });
  });

  it('is UTF-16 where every other byte is zero, and nothing is asked', async () => {
    const text = 'Title,Rating\nGrüße,5\nПаперова,4\n';
    for (const order of [0, 1]) {
      const bytes = Uint8Array.from(
        Array.from(text).flatMap((character) => {
          const code = character.charCodeAt(0);
          return order === 0 ? [code & 255, code >> 8] : [code >> 8, code & 255];
        }),
      );
      const mapping = { columns: { title: 0 }, kind: 'movie', ratingMaximum: 5, crowdMaximum: 5 };
      const [analysis] = (await analyseFiles([bytesFile('own.csv', bytes)], { mapping })).analyses;
      expect(analysis?.rows.map(({ title }) => title)).toEqual(['Grüße', 'Паперова']);
      expect(analysis?.questions).toEqual([]);
    }
  });

  it('is not UTF-16 for a few stray zeros', async () => {
    const mapping = { columns: { title: 0 }, kind: 'movie', ratingMaximum: 5, crowdMaximum: 5 };
    const file = textFile('own.csv', 'Title,Author\nKiln\0,Ann Vole\nOven and the Long Way Home,Bo Quill\n');
    const [analysis] = (await analyseFiles([file], { mapping })).analyses;
    expect(analysis?.rows.map(({ title }) => title)).toEqual(['Kiln', 'Oven and the Long Way Home']);
  });

  it('is UTF-8 twice where all of it was encoded twice, and once where only some looks so', async () => {
    const mapping = { columns: { title: 0 }, kind: 'movie', ratingMaximum: 5, crowdMaximum: 5 };
    const read = async (text: string) => {
      const [analysis] = (await analyseFiles([textFile('own.csv', text)], { mapping })).analyses;
      return [analysis?.rows.map(({ title }) => title), analysis?.warnings.length] as const;
    };
    expect(await read('Title,Author\nCafÃ© MÃ¼ller,JosÃ©\nItâ€™s,Bo\n')).toEqual([['Café Müller', 'It’s'], 1]);
    expect(await read('Title,Author\nCafÃ©,José\n')).toEqual([['CafÃ©'], 0]);
    expect(await read('Title,Author\nNÃO,Bo\n')).toEqual([['NÃO'], 0]);
  });
});
