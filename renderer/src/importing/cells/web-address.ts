import { cleanText } from './cell-values';

/** An address of the web as it may be kept, or why it is none. */
export type AddressReading =
  | {
      readonly url: string;
      /** True: a key or password that stood in it was taken out. */
      readonly hadSecret: boolean;
    }
  | { readonly refused: string };

const MAX_LENGTH = 2_000;

/** Where the address leads to something on one computer alone, or is a program. */
const OTHER_SCHEMES: readonly (readonly [RegExp, string])[] = [
  [/^javascript:/i, 'a small program (javascript:), no page'],
  [/^data:/i, 'a page inside its own address (data:)'],
  [/^(?:file|resource|jar):|^(?:[a-z]:)?[\\/]{1,2}(?![\\/])/i, 'a file on one computer'],
  [/^place:/i, 'a search of the browser (place:)'],
  [
    /^(?:view-source|chrome|chrome-extension|chrome-native|edge|opera|vivaldi|brave|about|moz-extension|safari[\w-]*|x-apple[\w.-]*|yandex|browser|wyciwyg):/i,
    'a page of the browser itself',
  ],
];

const LOCAL_HOST =
  /^(?:[^.:[\]]+|[^.:]+\.(?:local|lan|home|internal|localhost)|fritz\.box|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|\[::1\]|\[f[cd][\da-f:]+\])$/i;

/** Parameters that let whoever has the link in. */
const SECRET =
  /^(?:(?:access|auth|id|refresh|session|security|api|bearer|login|reset|invite)?[_-]?token|(?:api|access|auth|secret|private)[_-]?key|apikey|authkey|auth|client_secret|secret|password|passwd|pwd|pass|jwt|sess(?:ion)?(?:[_-]?id)?|phpsessid|jsessionid|cfid|cftoken|x-amz-(?:signature|credential|security-token)|sig|signature)$/i;
/** Session numbers of forums; elsewhere "sid" names anything. */
const SESSION = /^sid=[\da-f]{32}$/i;
const MIN_SECRET_LENGTH = 6;

/** Reads an address out of a cell or an attribute. What is left out is never a part of where it leads. */
export function readAddress(text: string): AddressReading {
  const given = cleanText(text);
  if (given === '') return { refused: 'no address' };
  for (const [rule, refused] of OTHER_SCHEMES) if (rule.test(given)) return { refused };
  const whole = /^https?:/i.test(given)
    ? given
    : /^(?:www\.|[\w-]+(?:\.[\w-]+)+\/)\S+$/i.test(given)
      ? `https://${given}`
      : null;
  if (whole === null) return { refused: 'no address of the web' };
  // Some programs keep addresses as they were typed.
  const address = whole.replaceAll(/\s/g, (blank) => (blank === ' ' ? '%20' : ''));
  const parts = /^(https?):\/{1,3}(?:([^/?#@]*)@)?([^/?#]+)(.*)$/isu.exec(address);
  if (parts === null || !URL.canParse(address)) return { refused: 'no address of the web' };
  const [, scheme = '', person, host = '', rest = ''] = parts;
  if (LOCAL_HOST.test(host.replace(/:\d+$/, ''))) return { refused: 'an address that only your own network knows' };
  const open = withoutSecrets(rest);
  const url = `${scheme.toLowerCase()}://${host}${open}`;
  if (url.length > MAX_LENGTH) return { refused: `an address of ${url.length.toLocaleString('en')} characters` };
  return { url, hadSecret: person !== undefined || open !== rest };
}

function withoutSecrets(rest: string): string {
  const [, path = '', query, place] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/su.exec(rest) ?? [];
  const open = path.replace(/;(?:jsessionid|phpsessid)=[^/;]*/gi, '');
  const kept = query === undefined ? '' : withoutSecretParts(query, '?');
  return `${open}${kept}${place === undefined ? '' : withoutSecretParts(place, '#')}`;
}

function withoutSecretParts(parts: string, mark: string): string {
  const all = parts.split('&');
  const open = all.filter((part) => !isSecret(part));
  if (open.length === all.length) return `${mark}${parts}`;
  return open.length === 0 ? '' : `${mark}${open.join('&')}`;
}

function isSecret(part: string): boolean {
  const at = part.indexOf('=');
  return (
    at > 0 && ((SECRET.test(part.slice(0, at)) && part.length - at - 1 >= MIN_SECRET_LENGTH) || SESSION.test(part))
  );
}

const MAX_SHOWN = 120;

/** An address as people say it, for a page whose title nobody knows: "orwell.ru/library/essays". */
export function shownAddress(url: string): string {
  const bare = url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
  const read = decoded(bare);
  return read.length <= MAX_SHOWN ? read : `${read.slice(0, MAX_SHOWN - 1)}…`;
}

function decoded(text: string): string {
  try {
    return decodeURI(text).replaceAll(/\s+/g, ' ').trim();
  } catch {
    return text;
  }
}
