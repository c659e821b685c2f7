import type { ReactNode } from 'react';
import { toAppError, type ErrorCode } from '../domain/errors';
import { startUpText } from '../text/frame';

const ADVICE: Partial<Record<ErrorCode, string>> = {
  'database-newer': startUpText.newer,
  'database-blocked': startUpText.blocked,
  'storage-full': startUpText.full,
};

/** Shown where start-up failed. Plain HTML without services or theme, since those may be what failed. */
export function StartUpProblem({ error }: { readonly error: unknown }): ReactNode {
  const { code, message } = toAppError(error);
  return (
    <main style={{ font: '16px/1.5 system-ui, sans-serif', maxWidth: 560, margin: '12vh auto', padding: '0 24px' }}>
      <h1 style={{ fontSize: 26 }}>{startUpText.title}</h1>
      <p>{ADVICE[code] ?? startUpText.other}</p>
      <p style={{ fontFamily: 'monospace', fontSize: 14 }}>{message}</p>
      <p>{startUpText.safe}</p>
      <button
        type="button"
        style={{ font: 'inherit', padding: '8px 18px' }}
        onClick={() => {
          window.location.reload();
        }}
      >
        {startUpText.reload}
      </button>
    </main>
  );
}
