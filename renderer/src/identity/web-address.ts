/** What follows people from page to page says nothing of the page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|igsh|yclid|_ga|ref_src|cmpid|ncid)$/i;

/**
 * An address in the form in which two are compared: without scheme, "www.", what tracks readers, a place inside the
 * page and a final slash. "#!" and "#/" name pages of their own.
 */
export function addressKey(url: string): string {
  const [, host = '', rest = ''] = /^(?:https?:\/\/)?(?:www\.)?([^/?#]*)(.*)$/isu.exec(url.trim()) ?? [];
  const [, path = '', query = '', place = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/su.exec(rest) ?? [];
  const kept = query.split('&').filter((part) => part !== '' && !TRACKING.test(part.split('=', 1)[0] ?? ''));
  const route = /^#[!/]/u.test(place) ? place : '';
  const page = `${path.replace(/\/+$/u, '')}${kept.length === 0 ? '' : `?${kept.join('&')}`}${route}`;
  return `${host.toLowerCase().replace(/:(?:80|443)$/u, '')}${page}`;
}
