import { useEffect, useMemo, useState } from 'react';
import { TitleCompleter } from '../../application/catalogue/title-completer';
import { useServices } from './services';
import { useSettings } from './settings-context';
import { useWindowState } from './window-state-context';

/**
 * What fields for titles ask the catalogue through. Another one once it may be asked: when the first picks are on
 * screen, or it is switched on.
 */
export function useTitleCompleter(): TitleCompleter {
  const { catalogue } = useServices();
  const { catalogue: isOn } = useSettings();
  const { firstPicks } = useWindowState();
  const [isOver, setOver] = useState(firstPicks.isOver);
  useEffect(() => {
    let left = false;
    void firstPicks.over.then(() => {
      if (!left) setOver(true);
    });
    return () => {
      left = true;
    };
  }, [firstPicks]);
  return useMemo(() => new TitleCompleter({ catalogue, mayAsk: () => isOn && isOver }), [catalogue, isOn, isOver]);
}
