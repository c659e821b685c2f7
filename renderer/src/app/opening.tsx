import type { ReactNode } from 'react';
import { startUpText } from '../text/frame';
import styles from './problem-page.module.css';

/** While a start takes long: a white window would say nothing. */
export function Opening(): ReactNode {
  return (
    <main className={styles.page}>
      <output>{startUpText.opening}</output>
      <p>{startUpText.openingLong}</p>
    </main>
  );
}
