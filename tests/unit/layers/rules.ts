import { posix } from 'node:path';

/** Who may import whom. The first rule whose `path` starts a file's path holds for it; there is one for every file. */
export interface LayerRule {
  /** Folder (or file) from the root of the repository, without a trailing slash. */
  readonly path: string;
  /** Folders or files it may import besides itself. */
  readonly imports: readonly string[];
  /** Packages it may name, with all below them; `node:` stands for every module of Node. */
  readonly packages: readonly string[];
  /** True: its subfolders are closed to each other, but for those named in `imports`. */
  readonly closedSubfolders?: true;
}

const HOST_CONTRACT = 'electron/host-contract.ts';
const SOURCE = 'renderer/src';
const HOST_PORT = `${SOURCE}/domain/ports/host.ts`;
const src = (...folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) => (folder === 'domain' ? [`${SOURCE}/domain`, HOST_PORT] : [`${SOURCE}/${folder}`]));
const MANTINE = ['@mantine', '@tabler/icons-react'] as const;

export const LAYER_RULES: readonly LayerRule[] = [
  // The words, and what the inside asks of the outside.
  { path: HOST_PORT, imports: [HOST_CONTRACT], packages: [] },
  { path: `${SOURCE}/domain`, imports: [], packages: ['zod'] },
  { path: `${SOURCE}/identity`, imports: src('domain'), packages: [] },
  // Pure libraries. They do not see each other.
  {
    path: `${SOURCE}/recommend`,
    imports: [...src('domain', 'identity'), 'models/feature-schema.json'],
    packages: [],
  },
  {
    path: `${SOURCE}/importing`,
    imports: src('domain', 'identity'),
    packages: ['@zip.js/zip.js', 'fflate', 'htmlparser2', 'zod'],
  },
  { path: `${SOURCE}/exporting`, imports: src('domain', 'identity'), packages: ['fflate', 'zod'] },
  { path: `${SOURCE}/catalogue`, imports: src('domain', 'identity'), packages: ['fflate', 'zod'] },
  // Use cases: ports and pure libraries, no adapter and no React.
  {
    path: `${SOURCE}/application`,
    imports: src('domain', 'identity', 'importing', 'exporting'),
    packages: ['minisearch'],
  },
  // Adapters. They implement ports and know nothing of the window.
  { path: `${SOURCE}/data`, imports: src('domain', 'identity'), packages: ['dexie', 'zod'] },
  {
    path: `${SOURCE}/inference`,
    imports: [...src('domain', 'recommend'), 'models/taste'],
    packages: ['onnxruntime-web', 'vite'],
  },
  // Where the concrete classes of a worker meet, as those of the window do in compose.ts.
  ...['catalogue', 'imdb'].map((name) => ({
    path: `${SOURCE}/workers/${name}.worker.ts`,
    imports: src('domain', 'data', 'workers'),
    packages: [],
  })),
  {
    path: `${SOURCE}/workers/archive.worker.ts`,
    imports: [...src('domain', 'data', 'workers', 'text/archive-readme.ts'), 'package.json'],
    packages: [],
  },
  { path: `${SOURCE}/workers/exports`, imports: src('domain', 'importing', 'workers'), packages: ['zod'] },
  {
    path: `${SOURCE}/workers/import.worker.ts`,
    imports: src('workers', 'workers/exports', 'inference/next-task.ts'),
    packages: [],
  },
  {
    path: `${SOURCE}/workers`,
    imports: [...src('domain', 'recommend', 'catalogue', 'exporting', 'inference'), 'models/catalogue'],
    packages: ['zod'],
  },
  { path: `${SOURCE}/host`, imports: [...src('domain'), HOST_CONTRACT], packages: ['zod'] },
  // The window.
  { path: `${SOURCE}/text`, imports: src('domain'), packages: [] },
  { path: `${SOURCE}/ui`, imports: src('domain', 'text'), packages: ['react', '@tanstack/react-virtual', ...MANTINE] },
  {
    path: `${SOURCE}/app/compose.ts`,
    imports: [
      ...src('domain', 'application', 'data', 'inference', 'workers', 'workers/exports', 'host', 'text', 'app/context'),
      'package.json',
    ],
    packages: [],
  },
  {
    path: `${SOURCE}/app/context`,
    imports: src('domain', 'application', 'text', 'ui'),
    packages: ['react', 'dexie-react-hooks', ...MANTINE],
  },
  {
    path: `${SOURCE}/features`,
    imports: src(
      'domain',
      'identity',
      'application',
      'importing',
      'exporting',
      'app/context',
      'ui',
      'text',
      'features/slate',
    ),
    packages: ['react', '@tanstack/react-virtual', '@dnd-kit', ...MANTINE],
    closedSubfolders: true,
  },
  {
    path: `${SOURCE}/app`,
    imports: src('domain', 'application', 'app/context', 'features', 'ui', 'text'),
    packages: ['react', 'wouter', ...MANTINE],
  },
  { path: `${SOURCE}/main.tsx`, imports: src('app', 'app/compose.ts'), packages: ['react', 'react-dom', '@mantine'] },
  // The shells.
  { path: HOST_CONTRACT, imports: [], packages: [] },
  { path: 'electron/host', imports: [HOST_CONTRACT], packages: ['node:', 'zod'] },
  { path: 'electron/preload', imports: [HOST_CONTRACT], packages: ['electron'] },
  { path: 'electron/main', imports: [HOST_CONTRACT, 'electron/host'], packages: ['electron', 'node:', 'zod'] },
  { path: 'electron/browser-shell', imports: [HOST_CONTRACT, 'electron/host'], packages: ['node:', 'zod'] },
  {
    path: 'electron/cli',
    imports: [
      'electron.vite.config.ts',
      'electron/host',
      'electron/browser-shell',
      ...src('domain', 'identity', 'importing', 'exporting', 'catalogue'),
    ],
    packages: ['node:', 'vite', 'wabt'],
  },
];

export interface Import {
  /** From the root of the repository. */
  readonly file: string;
  readonly specifier: string;
}

/** Every module a source text names: static, dynamic, re-exported, or loaded for its effects. */
export function importsOf(file: string, text: string): readonly Import[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => ({ file, specifier: match[1] ?? match[2] ?? match[3] ?? '' }));
}

const withoutExtension = (path: string): string => path.replace(/\.tsx?$/, '');

/** Whether `path` is `folder`, or stands in it; extensions count for nothing. */
function within(path: string, folder: string): boolean {
  const [inner, outer] = [withoutExtension(path), withoutExtension(folder)];
  return inner === outer || inner.startsWith(`${outer}/`);
}

export const ruleOf = (file: string): LayerRule | undefined => LAYER_RULES.find(({ path }) => within(file, path));

/** A sentence for an import that breaks the rules, null for one that keeps them. */
export function violation({ file, specifier }: Import): string | null {
  const rule = ruleOf(file);
  if (rule === undefined) return `${file} stands in no layer: give its folder a rule in tests/unit/layers/rules.ts`;
  if (!specifier.startsWith('.')) {
    const allowed = rule.packages.some((name) =>
      name === 'node:' ? specifier.startsWith(name) : within(specifier, name),
    );
    if (allowed) return null;
    return `${file} may name the packages ${rule.packages.join(', ') || '(none)'}; not ${specifier}`;
  }
  // Vite's suffixes (?url, ?raw) are no part of the file.
  const target = posix.normalize(posix.join(posix.dirname(file), specifier.replace(/\?.*$/, '')));
  const layer = ruleOf(target)?.path ?? target;
  // What has a rule of its own is not meant by naming the folder around it.
  if (rule.imports.some((folder) => within(target, folder) && within(folder, layer))) return null;
  const opened = rule.closedSubfolders !== true || subfolder(target, rule) === subfolder(file, rule);
  if (layer === rule.path && opened) return null;
  const own = rule.closedSubfolders === true ? 'its own folder' : 'itself';
  return `${file} may import ${[own, ...rule.imports].join(', ')}; not ${target}`;
}

const subfolder = (path: string, rule: LayerRule): string => path.slice(rule.path.length + 1).split('/')[0] ?? '';
