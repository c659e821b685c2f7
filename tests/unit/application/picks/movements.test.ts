import { describe, expect, it } from 'vitest';
import { movements } from '../../../../renderer/src/application/picks/movements';

describe('movements', () => {
  it('marks what is new and what overtook something, not what moved up because a place fell free', () => {
    expect([...movements(['a', 'b', 'c', 'd'], ['b', 'd', 'c', 'e'])]).toEqual([
      ['d', { type: 'up', places: 1 }],
      ['c', { type: 'down', places: 1 }],
      ['e', { type: 'new' }],
    ]);
    expect(movements(['a', 'b'], ['b']).size).toBe(0);
  });
});
