const OFFICIAL = 'https://github.com/electron/electron/releases/download/';
/** Electron's downloader reads its mirror from any of these (@electron/get, artifact-utils). */
const MIRROR_NAMES = [
  'NPM_CONFIG_ELECTRON_MIRROR',
  'npm_config_electron_mirror',
  'npm_package_config_electron_mirror',
  'ELECTRON_MIRROR',
] as const;
const PATIENCE_MS = 4_000;

type Head = (
  address: string,
  init: { readonly method: string; readonly redirect: 'follow'; readonly signal: AbortSignal },
) => Promise<{ readonly status: number }>;

export interface ProbeResult {
  readonly answers: boolean;
  readonly host: string;
}

/**
 * Whether the host that Electron is downloaded from answers within a few seconds. Electron's own downloader retries
 * for minutes. Redirects are followed: the official host hands over to another one for the file itself.
 */
export async function downloadProbe(
  version: string,
  environment: Readonly<Record<string, string | undefined>>,
  head: Head = fetch,
): Promise<ProbeResult> {
  const mirror = MIRROR_NAMES.map((name) => environment[name]).find((value) => value !== undefined && value !== '');
  const address = mirror ?? `${OFFICIAL}v${version}/SHASUMS256.txt`;
  const host = URL.canParse(address) ? new URL(address).host : address;
  // With this variable the downloader uses a proxy, which Node's fetch cannot: the probe would fail where the download
  // works, so it is skipped.
  if ((environment['ELECTRON_GET_USE_PROXY'] ?? '') !== '') return { answers: true, host };
  try {
    const { status } = await head(address, {
      method: 'HEAD',
      redirect: 'follow',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // A mirror's folder may refuse to be listed and still serve its files.
    return { answers: mirror === undefined ? status < 400 : status < 500, host };
  } catch {
    return { answers: false, host };
  }
}
