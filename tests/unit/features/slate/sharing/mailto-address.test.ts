import { describe, expect, it } from 'vitest';
import { mailtoAddress } from '../../../../../renderer/src/features/slate/sharing/mailto-address';

describe('mailtoAddress', () => {
  it('encodes everything, so that words cannot add header fields', () => {
    expect(mailtoAddress(['ada@example.org', null, ' '], 'A & B', 'one\ntwo?bcc=x&y')).toBe(
      'mailto:ada@example.org?subject=A%20%26%20B&body=one%0D%0Atwo%3Fbcc%3Dx%26y',
    );
  });

  it('separates several recipients and survives none', () => {
    expect(mailtoAddress(['a@x.org', 'b?cc=c@x.org'], '', '')).toBe('mailto:a@x.org,b%3Fcc%3Dc@x.org?subject=&body=');
    expect(new URL(mailtoAddress([null], 's', 'b')).pathname).toBe('');
  });
});
