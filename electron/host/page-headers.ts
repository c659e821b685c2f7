import { extname } from 'node:path';

/**
 * Scripts and connections come from the page's own origin alone. WebAssembly needs 'wasm-unsafe-eval'
 * (onnxruntime-web fails without it); the component library sets inline styles.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Makes the page cross-origin isolated, without which there is no SharedArrayBuffer and no WASM threads. */
export const ISOLATION_HEADERS: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.wasm', 'application/wasm'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.txt', 'text/plain; charset=utf-8'],
]);

/** Media type by the file's extension; bytes of an unknown kind are never guessed at by the browser (nosniff). */
export function mediaTypeOf(file: string): string {
  return MEDIA_TYPES.get(extname(file).toLowerCase()) ?? 'application/octet-stream';
}

/**
 * The headers both shells send with a file of the built page.
 * @param file path of the file; names under `assets/` carry a content hash and may be kept for good.
 */
export function pageHeaders(file: string): Readonly<Record<string, string>> {
  const hashed = /[\\/]assets[\\/][^\\/]+$/.test(file);
  return {
    'Content-Type': mediaTypeOf(file),
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    ...ISOLATION_HEADERS,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-store',
  };
}
