import { useEffect, useRef, type ReactNode } from 'react';
import styles from './problem-page.module.css';

export interface ProblemAction {
  readonly label: string;
  readonly act: () => void;
}

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** The first is the one advised. */
  readonly actions: readonly ProblemAction[];
  readonly below?: ReactNode;
}

/** In place of the whole window. Plain HTML without services or theme, since those may be what failed. */
export function ProblemPage({ title, children, actions, below }: Props): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  // Read out, and where the keyboard goes on from.
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <main className={styles.page}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
      <p className={styles.actions}>
        {actions.map(({ label, act }) => (
          <button key={label} type="button" onClick={act}>
            {label}
          </button>
        ))}
      </p>
      {below}
    </main>
  );
}

export function reload(): void {
  window.location.reload();
}
