import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = new URL('../../renderer/src/', import.meta.url).pathname;

/** For each layer: the layers it may import besides itself, and the packages it may name. */
const RULES: Readonly<Record<string, { readonly layers: readonly string[]; readonly packages: readonly string[] }>> = {
  domain: { layers: [], packages: [] },
  recommend: { layers: ['domain'], packages: [] },
  data: { layers: ['domain', 'app/services', 'importing/import-plan'], packages: ['dexie', 'zod'] },
  importing: { layers: ['domain'], packages: ['papaparse', 'fflate', 'zod'] },
  exporting: { layers: ['domain'], packages: ['papaparse', 'zod'] },
  inference: { layers: ['domain', 'recommend'], packages: ['onnxruntime-web'] },
  workers: { layers: ['domain', 'recommend', 'inference', 'importing'], packages: ['zod'] },
  host: { layers: ['domain'], packages: ['zod'] },
  text: { layers: ['domain'], packages: [] },
  ui: { layers: ['domain', 'text'], packages: ['react', '@mantine', '@tabler/icons-react'] },
  features: {
    layers: ['domain', 'app', 'ui', 'text', 'importing', 'exporting', 'workers/recommender-contract'],
    packages: ['react', '@mantine', '@tabler/icons-react', '@tanstack/react-virtual', '@dnd-kit', 'wouter'],
  },
};

interface Import {
  readonly file: string;
  readonly specifier: string;
}

function importsOf(file: string, text: string): Import[] {
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g,
    ),
  ];
  return found.map((match) => ({ file, specifier: match[1] ?? match[2] ?? match[3] ?? '' }));
}

/** A sentence for an import that breaks the rules, null for one that keeps them. */
export function violation({ file, specifier }: Import): string | null {
  const layer = file.split('/')[0] ?? '';
  const rule = RULES[layer];
  if (rule === undefined) return null;
  if (specifier.startsWith('.')) {
    const target = posix.normalize(posix.join(posix.dirname(file), specifier));
    if (target.startsWith('../../electron/host-contract'))
      return ['host', 'features'].includes(layer)
        ? null
        : `${file}: only host/ and features/ may name the host contract`;
    if (target.startsWith('../'))
      return target.endsWith('.json') && layer !== 'domain' ? null : `${file} leaves renderer/src: ${specifier}`;
    if (target.startsWith(`${layer}/`)) return null;
    if (rule.layers.some((allowed) => target === allowed || target.startsWith(`${allowed}/`)))
      return target === 'app/compose' ? `${file}: only main.tsx may import compose` : null;
    return `${file} (${layer}) may import ${['itself', ...rule.layers].join(', ')}; not ${target}`;
  }
  if (rule.packages.some((allowed) => specifier === allowed || specifier.startsWith(`${allowed}/`))) return null;
  return `${file} (${layer}) may name the packages ${rule.packages.join(', ') || '(none)'}; not ${specifier}`;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(SOURCE, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

describe('layers', () => {
  it('holds for every import in the tree', () => {
    const files = sources(SOURCE);
    expect(files.length).toBeGreaterThan(5);
    const broken = files
      .flatMap((file) => importsOf(file, readFileSync(join(SOURCE, file), 'utf8')))
      .map(violation)
      .filter((text) => text !== null);
    expect(broken).toEqual([]);
  });

  it.each([
    ['recommend/recommender.ts', '../data/database'],
    ['domain/item.ts', 'zod'],
    ['recommend/scoring/top.ts', 'onnxruntime-web'],
    ['data/database.ts', '../recommend/recommender'],
    ['features/home/home.tsx', '../../app/compose'],
    ['features/home/home.tsx', 'dexie'],
  ])('refuses %s importing %s', (file, specifier) => {
    expect(violation({ file, specifier })).not.toBeNull();
  });
});
