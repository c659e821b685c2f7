import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = new URL('../../../', import.meta.url).pathname;
const { printWidth } = JSON.parse(readFileSync(join(ROOT, '.oxfmtrc.json'), 'utf8')) as { readonly printWidth: number };

// The formatter leaves comments as they are.
it('comments are no wider than the code', () => {
  const wide = ['electron', 'renderer', 'tests'].flatMap((tree) =>
    readdirSync(join(ROOT, tree), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) =>
        readFileSync(join(ROOT, tree, path), 'utf8')
          .split('\n')
          .flatMap((line, index) =>
            line.length > printWidth && /^\s*(?:\*|\/\*|\/\/)/.test(line) && !line.includes('oxlint-disable')
              ? [`${tree}/${path}:${String(index + 1)}`]
              : [],
          ),
      ),
  );
  expect(wide).toEqual([]);
});
