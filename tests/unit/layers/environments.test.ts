import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = new URL('../../../', import.meta.url).pathname;
const PROJECTS = [
  'renderer/tsconfig.core.json',
  'renderer/tsconfig.worker.json',
  'renderer/tsconfig.page.json',
  'electron/tsconfig.json',
] as const;
type Project = (typeof PROJECTS)[number];

/** Which environment a folder is compiled for. workers/ is on both sides of its message port. */
const ENVIRONMENT: Readonly<Record<string, Project>> = {
  'renderer/src/domain': 'renderer/tsconfig.core.json',
  'renderer/src/identity': 'renderer/tsconfig.core.json',
  'renderer/src/recommend': 'renderer/tsconfig.core.json',
  'renderer/src/importing': 'renderer/tsconfig.core.json',
  'renderer/src/exporting': 'renderer/tsconfig.core.json',
  'renderer/src/catalogue': 'renderer/tsconfig.core.json',
  'renderer/src/application': 'renderer/tsconfig.core.json',
  'renderer/src/inference': 'renderer/tsconfig.worker.json',
  electron: 'electron/tsconfig.json',
};

const shownConfig = z.object({ files: z.array(z.string()) });

/** The files a project is made of, without what they import. */
function filesOf(project: Project): readonly string[] {
  const shown = execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/typescript/bin/tsc'), '--showConfig', '-p', project],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  return shownConfig.parse(JSON.parse(shown)).files.map((file) => relative(ROOT, join(ROOT, dirname(project), file)));
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

// What each environment refuses is in tests/environments, checked by `npm run types`.
describe('environments', () => {
  const projects = new Map(PROJECTS.map((project) => [project, new Set(filesOf(project))]));
  const files = [...sources('renderer/src'), ...sources('electron')];

  it('compile every file of the program, and each for one environment alone', () => {
    expect(files.length).toBeGreaterThan(300);
    const wrong = files
      .map((file) => [file, PROJECTS.filter((project) => projects.get(project)?.has(file) === true)] as const)
      .filter(([, found]) => found.length !== 1);
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(ENVIRONMENT))('compile %s by %s', (folder, project) => {
    const own = files.filter((file) => file.startsWith(`${folder}/`));
    expect(own.filter((file) => projects.get(project)?.has(file) !== true)).toEqual([]);
  });

  it.each(PROJECTS)('prove what %s refuses', (project) => {
    const name = /tsconfig\.(\w+)\.json/.exec(project)?.[1] ?? 'electron';
    expect(projects.get(project)).toContain(`tests/environments/${name}.ts`);
  });
});
