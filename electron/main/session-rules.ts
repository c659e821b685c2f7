import type { Session } from 'electron';
import { isAppAddress } from './app-protocol';

/** All that the page uses: keeping its database from eviction, and "copy the message". */
const GRANTED: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write']);

/** The parts of a session that the rules are laid on; a test brings its own. */
export type RuledSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'on'
> & {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
};

/** True for what may be loaded: the app's own files and what the page made itself. */
export function mayLoad(address: string): boolean {
  return (
    isAppAddress(address) ||
    address.startsWith('blob:app://handpicked/') ||
    address.startsWith('data:') ||
    address.startsWith('devtools://')
  );
}

/** Denies every permission the page does not use, every device, and every request that would leave the program. */
export function applySessionRules(session: RuledSession): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(GRANTED.has(permission) && isAppAddress(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) =>
      GRANTED.has(permission) && isAppAddress(requestingOrigin.replace(/\/$/, '')),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayLoad(details.url) });
  });
  // Files are saved through the host, which asks where; a download would choose for itself.
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}
