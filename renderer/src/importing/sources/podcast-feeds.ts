/** Hosts whose feeds are made for one listener who pays. */
const PRIVATE_HOST =
  /patreon|supportingcast|supercast|memberful|substack|glow\.fm|steadyhq|private|members?\.|access\.acast/i;
/** Hosts that number every feed so, paid or not: what is paid for lies elsewhere there. */
const PUBLIC_HOST =
  /^(?:www\.)?omnycontent\.com\/d\/playlist|^feeds\.acast\.com\/public|^[\w-]+\.github\.io|^www\.xiaoyuzhoufm\.com/i;
const SECRET_KEY = /token|auth|key|secret|user|uid|pass|email|member|subscri|^[a-z]?id$|sig/i;
const ADDRESS = /^(https?):\/\/([^/?#\s]+)([^?#\s]*)(?:\?([^#\s]*))?/i;

const changesIn = (text: string, change: RegExp): number => text.match(change)?.length ?? 0;

/** Sixteen letters and digits mixed as nobody names a feed: "8f3a9c1b7d2e4f60", but not "99percentinvisible". */
function looksRandom(part: string): boolean {
  if (!/[\dA-Za-z_-]{16,}/.test(part)) return false;
  return changesIn(part, /\d(?=[A-Za-z])|[A-Za-z](?=\d)/g) >= 3 || changesIn(part, /[a-z](?=[A-Z])/g) >= 5;
}

/**
 * The address of a feed that everybody may see, or null: a paid feed lets in whoever knows its address, which must not
 * be passed on with a list.
 */
export function publicAddress(address: string): string | null {
  const [, scheme = '', host = '', path = '', query = ''] = ADDRESS.exec(address.trim()) ?? [];
  if (host === '' || host.includes('@') || PRIVATE_HOST.test(host + path)) return null;
  const parameters = query.split('&').map((parameter) => parameter.split('='));
  if (parameters.some(([key = '', value = '']) => SECRET_KEY.test(key) && value.length > 8)) return null;
  const isNumbered = PUBLIC_HOST.test(host + path);
  if (!isNumbered && [...path.split('/'), ...parameters.map(([, value = '']) => value)].some(looksRandom)) return null;
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${path}${query === '' ? '' : `?${query}`}`;
}

/** Words by which a list of feeds is known to hold podcasts. */
const PODCASTS = /podcast|overcast|pocket ?casts|antennapod|castbox|castro|gpodder|player ?fm|beyondpod|doggcatcher/i;
const PODCAST_FEED =
  /podcast|libsyn|megaphone|simplecast|buzzsprout|podbean|soundcloud|feedburner|blubrry|art19|acast|anchor\.fm|transistor|omny|audioboom|spreaker|podigee|npr\.org|wnyc|captivate|fireside|itunes|radio|episode|cast\b/i;

export const namesPodcasts = (text: string): boolean => PODCASTS.test(text);
export const isPodcastFeed = (address: string): boolean => PODCAST_FEED.test(address);
