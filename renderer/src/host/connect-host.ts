import { TOKEN_KEY, type HostApi, type HostBridge } from '../../../electron/host-contract';
import { browserHost } from './browser-host';
import { electronHost } from './electron-host';
import { pageHost } from './page-host';

declare global {
  interface Window {
    /** Put there by Electron's preload. */
    readonly host?: HostBridge;
  }
}

/**
 * The host behind this page: Electron's bridge, else the browser shell that served it, else the page alone.
 * @param version shown where no host can say it
 */
export function connectHost(version = 'unknown'): HostApi {
  if (window.host !== undefined) return electronHost(window.host);
  const token = window.localStorage.getItem(TOKEN_KEY);
  return token === null ? pageHost(version) : browserHost(token);
}
