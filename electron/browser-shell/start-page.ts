import { randomBytes } from 'node:crypto';
import { ISOLATION_HEADERS } from '../host/page-headers';
import { TOKEN_KEY } from '../host-contract';

export interface PlainPage {
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

/**
 * What an address with a fresh code answers: keeps the token where only this origin's scripts can read it, and goes on
 * to the page. Not by a redirect, for two reasons: a browser that came here by a link of another site would not send
 * the cookie along (SameSite=Strict), and a cookie is sent to every port of this computer, the token to none.
 */
export function startPage(token: string): PlainPage {
  const nonce = randomBytes(16).toString('base64');
  const script = `localStorage.setItem(${JSON.stringify(TOKEN_KEY)},${JSON.stringify(token)});location.replace('/'+location.hash)`;
  return page(
    `<title>Handpicked</title><script nonce="${nonce}">${script}</script><p>Handpicked is opening…</p>`,
    `script-src 'nonce-${nonce}'`,
  );
}

/** For whoever comes without this run's cookie, or with a code that opens nothing. Says nothing of the instance. */
export function closedPage(usedCode: boolean): PlainPage {
  const what = usedCode
    ? 'This address has been opened already, or is too old. Each works once.'
    : 'This page opens only in the window that it was started in.';
  return page(
    `<title>Not open here</title><h1>Not open here</h1><p>${what}</p>` +
      '<p>Close this tab and run <code>npm start</code> again: it shows the window that is open, or a new one. ' +
      'With <code>npm start -- --no-open</code> it prints a fresh address. Your data is where it was.</p>',
    "style-src 'none'",
  );
}

function page(content: string, policy: string): PlainPage {
  return {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body>${content}</body></html>`,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; ${policy}`,
      ...ISOLATION_HEADERS,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    },
  };
}
