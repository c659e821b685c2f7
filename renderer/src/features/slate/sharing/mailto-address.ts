/**
 * A mailto: address (RFC 6068): recipients may be missing, line breaks are CRLF, and everything is percent-encoded, so
 * that words with "&" or "?" cannot add header fields.
 */
export function mailtoAddress(recipients: readonly (string | null)[], subject: string, body: string): string {
  const to = recipients
    .filter((address) => address !== null && address.trim() !== '')
    .map((address) => encodeURIComponent((address ?? '').trim()).replaceAll('%40', '@'));
  const lines = body.replace(/\r?\n/g, '\r\n');
  return `mailto:${to.join(',')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}
