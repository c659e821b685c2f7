import { describe, expect, it } from 'vitest';
import { kindFromField, kindInField } from '../../../renderer/src/text/kinds';

describe('a field for a kind', () => {
  it('shows the name of a kind of ours and reads it back', () => {
    expect(kindInField('movie')).toBe('Film');
    expect(kindFromField('Film')).toBe('movie');
  });

  it('leaves any other word as typed', () => {
    expect(kindInField('Zine')).toBe('Zine');
    expect(kindFromField('Zine')).toBe('Zine');
  });
});
