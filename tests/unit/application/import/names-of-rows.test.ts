import { expect, it } from 'vitest';
import { analyseAndName } from '../../../../renderer/src/application/import/names-of-rows';
import {
  INITIAL_CATALOGUE_STATE,
  type CatalogueDescription,
  type CatalogueMatch,
} from '../../../../renderer/src/domain/catalogue';
import { analyseFiles } from '../../../../renderer/src/importing/detect';
import { catalogueEntry } from '../../../fixtures/catalogue-entry';
import { NO_MATCH, sameMatch } from '../../../fixtures/catalogue-match';
import { textFile } from '../../../fixtures/exports/files';

const RACER = catalogueEntry({ kind: 'game', title: 'Reed Racer', identifiers: { steam: '11' } });

/** A catalogue that knows the game 11 by its number and 12 by something weaker. */
function ports({ isOn = true, status = 'ready' }: { isOn?: boolean; status?: 'ready' | 'unavailable' } = {}) {
  const asked: CatalogueDescription[] = [];
  const matchOf = ({ identifiers }: CatalogueDescription): CatalogueMatch => {
    if (identifiers?.['steam'] === '11') return sameMatch(RACER, 'id');
    return identifiers?.['steam'] === '12' ? sameMatch(RACER, 'title') : NO_MATCH;
  };
  const read = analyseAndName({
    analyseFiles,
    isOn: () => Promise.resolve(isOn),
    catalogue: {
      state: () => Promise.resolve({ ...INITIAL_CATALOGUE_STATE, status }),
      recognise: ({ descriptions }) => {
        asked.push(...descriptions);
        return Promise.resolve(descriptions.map(matchOf));
      },
    },
  });
  return { asked, read };
}

const owned = textFile(
  'owned.json',
  '{"response": {"games": [{"appid": 11, "playtime_forever": 70}, {"appid": 12, "playtime_forever": 1}, ' +
    '{"appid": 13, "playtime_forever": 2}]}}',
);

it('names rows by their numbers, and by nothing less', async () => {
  const { asked, read } = ports();
  const { analyses } = await read([owned]);
  expect(asked.map(({ identifiers }) => identifiers)).toEqual([{ steam: '11' }, { steam: '12' }, { steam: '13' }]);
  expect(analyses[0]?.rows.map(({ title }) => title)).toEqual(['Reed Racer']);
  expect(analyses[0]?.skipped).toHaveLength(2);
});

it('asks nothing of a catalogue that is off or cannot be read, and says so', async () => {
  const off = ports({ isOn: false });
  expect((await off.read([owned])).analyses[0]?.warnings.join()).toContain('switched off');
  const gone = ports({ status: 'unavailable' });
  expect((await gone.read([owned])).analyses[0]?.warnings.join()).toContain('could not be read');
  expect([...off.asked, ...gone.asked]).toEqual([]);
});

it('does not wake the catalogue for files whose rows all have titles', async () => {
  const { asked, read } = ports({ status: 'unavailable' });
  const { analyses } = await read([textFile('games.json', '[{"appid": 11, "name": "X", "playtime_forever": 1}]')]);
  expect(analyses[0]?.warnings).toEqual([]);
  expect(asked).toEqual([]);
});

it('stops when it is cancelled', async () => {
  const { read } = ports();
  await expect(read([owned], { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
});
