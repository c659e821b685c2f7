import { realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

/**
 * The file of the built page that a URL path names, or null where there is none or the path would leave the folder
 * (by `..`, by an encoded separator, or by a symbolic link).
 * @param root folder of the built page
 * @param pathname path of the URL, still percent-encoded; "/" is the page itself
 */
export async function resolveBuiltFile(root: string, pathname: string): Promise<string | null> {
  const decoded = decodePath(pathname);
  if (decoded === null) return null;
  const base = resolve(root);
  const wanted = resolve(join(base, decoded === '/' ? 'index.html' : decoded));
  if (!wanted.startsWith(base + sep)) return null;
  try {
    const [realBase, real] = await Promise.all([realpath(base), realpath(wanted)]);
    if (!real.startsWith(realBase + sep)) return null;
    return (await stat(real)).isFile() ? wanted : null;
  } catch {
    return null;
  }
}

function decodePath(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    const escapes = decoded.includes('\0') || decoded.includes('\\') || decoded.split('/').includes('..');
    return decoded.startsWith('/') && !escapes ? decoded : null;
  } catch {
    return null;
  }
}
