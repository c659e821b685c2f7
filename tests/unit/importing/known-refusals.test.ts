import { expect, it } from 'vitest';
import { analyseFiles } from '../../../renderer/src/importing/detect';
import { textFile } from '../../fixtures/exports/files';

it.each([
  [
    'activities.csv',
    'Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time\n1,"Jan 2, 2021",Run,Run,1800\n',
    'Strava’s',
  ],
  ['history.csv', 'Order ID,Order Date,ASIN,Title\n1,2021-01-02,B000000001,Lamp\n', 'Amazon’s orders'],
  ['2021_MAY.json', '{"timelineObjects":[{"activitySegment":{"startLocation":{"latitudeE7":1}}}]}', 'never read'],
  ['Timeline.json', '{"semanticSegments":[{"startTime":"2021-01-02T03:04:05Z"}]}', 'never read'],
  ['r.csv', 'userId,movieId,rating,timestamp\n1,1,4.0,964982703\n1,3,4.0,964981247\n', 'MovieLens’s data set'],
  [
    'visits.json',
    '{"items":[{"timeArrived":"2021-01-02","timeDeparted":"2021-01-03"}]}',
    'Foursquare’s record of where',
  ],
  ['books.yml', '- title: Kiln\n  author: Ann Vole\n- title: Salt\n  author: Bo Quill\n  note: again\n', 'YAML'],
])('%s is named, and offered to no mapping', async (name, text, words) => {
  const { analyses, unrecognised } = await analyseFiles([textFile(name, text)]);
  expect(analyses).toEqual([]);
  expect(unrecognised[0]?.reason).toContain(words);
  expect(unrecognised[0]?.table).toBeUndefined();
});
