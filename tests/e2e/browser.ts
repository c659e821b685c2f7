import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { findBrowser, NO_BROWSER_ADVICE } from '../../electron/host/find-browser';

/** Where a test browser stands, and what it needs to start. */
export interface TestBrowser {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly arguments: readonly string[];
  /** False for a headless-only build, which has no app windows. */
  readonly hasWindows: boolean;
  /** For the log: which one, and why. */
  readonly description: string;
}

/** Silences what a browser would ask of the network by itself; the tests would rightly count it. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-pings',
  '--no-default-browser-check',
];

/** Software WebGPU, for machines without a GPU. */
export const WEBGPU_FLAGS: readonly string[] = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

/**
 * The installed Chromium, Chrome or Edge; else, on Linux x64, the one that ships inside @sparticuz/chromium. Throws
 * with what to install where there is neither.
 */
export function testBrowser(): TestBrowser {
  const installed = findBrowser({ platform: process.platform, environment: process.env, home: homedir() });
  // Chromium's sandbox cannot be used by root.
  const root = process.getuid?.() === 0;
  if (installed !== null) {
    return {
      executablePath: installed,
      environment: {},
      arguments: root ? [...QUIET, '--no-sandbox'] : QUIET,
      hasWindows: true,
      description: `installed: ${installed}`,
    };
  }
  if (process.platform === 'linux' && process.arch === 'x64' && process.env['HANDPICKED_BROWSER'] === undefined)
    return packagedBrowser();
  throw new Error(NO_BROWSER_ADVICE);
}

/**
 * Unpacks @sparticuz/chromium with the libraries it brings (a bare Linux has no NSS), once per version. Its own
 * unpacking goes to fixed names in the temporary folder and takes a half-written file for a finished one, so it is
 * done here: into a folder of its own that gets its name only when complete.
 */
function packagedBrowser(): TestBrowser {
  const packageFolder = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium');
  if (!existsSync(join(packageFolder, 'bin/chromium.br'))) throw new Error(NO_BROWSER_ADVICE);
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const folder = join(tmpdir(), `handpicked-test-browser-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(
      join(unfinished, 'chromium'),
      brotliDecompressSync(readFileSync(join(packageFolder, 'bin/chromium.br'))),
      { mode: 0o755 },
    );
    for (const [name, target] of [
      ['al2023', 'al2023'],
      ['swiftshader', ''],
      ['fonts', 'fonts'],
    ] as const) {
      const into = join(unfinished, target);
      mkdirSync(into, { recursive: true });
      execFileSync('tar', ['-x', '-C', into], {
        input: brotliDecompressSync(readFileSync(join(packageFolder, `bin/${name}.tar.br`))),
      });
    }
    // The one in the package names folders of a cloud's machines; without any font, text has no height.
    writeFileSync(
      join(unfinished, 'fonts.conf'),
      `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`,
    );
    try {
      renameSync(unfinished, folder);
    } catch {
      // Another worker was first; its folder is as good.
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return {
    executablePath: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    arguments: [
      ...QUIET,
      '--no-sandbox',
      '--no-zygote',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
    hasWindows: false,
    description: `shipped in @sparticuz/chromium ${version} (no browser is installed)`,
  };
}
