import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveBuiltFile } from '../../../electron/host/built-page';
import { CONTENT_SECURITY_POLICY, mediaTypeOf, pageHeaders } from '../../../electron/host/page-headers';
import { temporaryFolder } from './temporary-folder';

function page(): { readonly root: string; readonly outside: string } {
  const folder = temporaryFolder();
  const root = join(folder, 'page');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<html></html>');
  writeFileSync(join(root, 'assets/a b.js'), '1');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  // A sibling whose name begins like the root: a prefix check without a separator would let it through.
  mkdirSync(join(folder, 'page-two'));
  writeFileSync(join(folder, 'page-two/index.html'), 'other');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
  return { root, outside: folder };
}

describe('resolveBuiltFile', () => {
  it('finds the page and its parts', async () => {
    const { root } = page();
    expect(await resolveBuiltFile(root, '/')).toBe(join(root, 'index.html'));
    expect(await resolveBuiltFile(root, '/assets/a%20b.js')).toBe(join(root, 'assets/a b.js'));
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..%5csecret.txt',
    '/../page-two/index.html',
    '//etc/passwd',
    '/link.txt',
    '/assets',
    '/assets/',
    '/missing.js',
    '/%00',
    '/%',
    'index.html',
    '',
  ])('answers nothing for %j', async (pathname) => {
    expect(await resolveBuiltFile(page().root, pathname)).toBeNull();
  });
});

describe('pageHeaders', () => {
  it('states the policy and isolation for every file', () => {
    for (const file of ['/x/index.html', '/x/assets/w-1a.js', '/x/assets/m.onnx']) {
      expect(pageHeaders(file)).toMatchObject({
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'X-Content-Type-Options': 'nosniff',
      });
    }
  });

  it('allows no script that is not the page’s own, and no connection elsewhere', () => {
    const directives = new Map(
      CONTENT_SECURITY_POLICY.split('; ').map((line) => {
        const [name = '', ...values] = line.split(' ');
        return [name, values];
      }),
    );
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(directives.get('connect-src')).toEqual(["'self'"]);
    expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
  });

  it('keeps hashed files and never the page itself', () => {
    expect(pageHeaders('/x/assets/a.js')['Cache-Control']).toContain('immutable');
    expect(pageHeaders('/x/index.html')['Cache-Control']).toBe('no-store');
  });

  it('names media types that module scripts and WebAssembly insist on', () => {
    expect(mediaTypeOf('a.mjs')).toContain('text/javascript');
    expect(mediaTypeOf('a.wasm')).toBe('application/wasm');
    expect(mediaTypeOf('a.onnx')).toBe('application/octet-stream');
  });
});
