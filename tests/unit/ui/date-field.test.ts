import { describe, expect, it } from 'vitest';
import { dateFromField, dateInField } from '../../../renderer/src/ui/date-field';

describe('a date field', () => {
  it('shows the UTC day and reads it back as midnight', () => {
    expect(dateInField(Date.UTC(2026, 4, 3, 17, 30))).toBe('2026-05-03');
    expect(dateFromField('2026-05-03')).toBe(Date.UTC(2026, 4, 3));
  });

  it('is empty for no date, and knows a date that is none', () => {
    expect(dateInField(null)).toBe('');
    expect(dateFromField('')).toBeNull();
    expect(dateFromField('2026-13-45')).toBeUndefined();
  });
});
