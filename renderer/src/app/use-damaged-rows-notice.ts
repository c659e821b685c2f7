import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { AppError } from '../domain/errors';
import { startUpText } from '../text/frame';
import { useServices } from './context/services';
import { useToasts } from './context/use-toasts';

/** Says so where rows of the database do not parse, at start and whenever more of them are met. */
export function useDamagedRowsNotice(): void {
  const { damagedRows } = useServices();
  const { showError } = useToasts();
  const subscribe = useCallback((listener: () => void) => damagedRows.onChange(listener), [damagedRows]);
  const count = useSyncExternalStore(subscribe, () => damagedRows.all().length);
  useEffect(() => {
    if (count > 0) showError(new AppError('database-damaged', startUpText.damagedRows(count)));
  }, [count, showError]);
}
