import { describe, expect, it } from 'vitest';
import { deciders } from '../../../../renderer/src/application/picks/group-choice';
import { OWNER_ID, personId } from '../../../../renderer/src/domain/ids';

describe('who decides', () => {
  const [ada, ben] = [{ id: personId('ada') }, { id: personId('ben') }];

  it('is the owner at first, with an only friend', () => {
    expect(deciders(null, [ada, ben])).toEqual([OWNER_ID]);
    expect(deciders(null, [ada])).toEqual([OWNER_ID, 'ada']);
  });

  it('is whoever was chosen and is still there, in a fixed order', () => {
    expect(deciders([ben.id, OWNER_ID, personId('gone')], [ada, ben])).toEqual([OWNER_ID, 'ben']);
    expect(deciders([ben.id, ada.id], [ada, ben])).toEqual(['ada', 'ben']);
    expect(deciders([], [ada])).toEqual([]);
  });
});
