import { useSyncExternalStore, type ReactNode } from 'react';
import { keepingText } from '../text/keeping';
import { useServices } from './context/services';
import classes from './kept-line.module.css';

/** Said for as long as something that was entered is in the database alone. */
export function KeptLine(): ReactNode {
  const { outbox } = useServices().keeping;
  const { waiting, problem } = useSyncExternalStore(outbox.subscribe, outbox.state);
  if (problem === null || waiting === 0) return null;
  return <output className={classes['line']}>{keepingText.waiting(problem.message)}</output>;
}
