import { MantineProvider } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useState, type ReactNode } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { QuickAdd } from '../features/library/quick-add';
import { DropTarget } from '../features/import/drop-target';
import { ShortcutSheet } from '../features/help/shortcut-sheet';
import { afterFirstPicks, chooseEngineAfter } from '../application/start-up';
import { cssVariables, theme } from '../ui/theme';
import { goTo, paths } from '../ui/paths';
import { ErrorBoundary } from './error-boundary';
import { LiveRegion } from './context/live-region';
import { Pages } from './pages';
import { ServicesProvider, useServices, type Services } from './context/services';
import { createWindowState } from './context/window-state';
import { useWindowState, WindowStateProvider } from './context/window-state-context';
import { SettingsProvider, useSettings } from './context/settings-context';
import { Shell } from './shell';
import type { ShortcutCommand } from './shortcuts';
import { useMovedShelvesNotice } from './use-moved-shelves-notice';
import { useDamagedRowsNotice } from './use-damaged-rows-notice';
import { longEnough, useNoPicksAwaited } from './use-no-picks-awaited';
import { useSettledNotice } from './use-settled-notice';
import { useShortcuts } from './use-shortcuts';
import { useUndo } from './context/use-undo';

/** The window: services, settings, theme, then the pages. */
export function App({ services }: { readonly services: Services }): ReactNode {
  const [windowState] = useState(createWindowState);
  return (
    <ServicesProvider value={services}>
      <WindowStateProvider value={windowState}>
        <SettingsProvider>
          <Themed>
            <Frame />
          </Themed>
        </SettingsProvider>
      </WindowStateProvider>
    </ServicesProvider>
  );
}

function Themed({ children }: { readonly children: ReactNode }): ReactNode {
  const { colourScheme } = useSettings();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(colourScheme === 'auto' ? {} : { forceColorScheme: colourScheme })}
    >
      {children}
      <LiveRegion />
    </MantineProvider>
  );
}

const GO: Partial<Record<ShortcutCommand, string>> = {
  'go-home': paths.home,
  'go-next': paths.next,
  'go-library': paths.library,
  'go-friends': paths.friends,
  'go-together': paths.together,
  'go-shared': paths.shared,
  'go-lists': paths.lists,
  'go-import': paths.import,
  'go-trust': paths.trust,
  'go-settings': paths.settings,
};

function Frame(): ReactNode {
  const { host } = useServices();
  const { pageCommands } = useWindowState();
  const { undo, redo } = useUndo();
  const [address] = useHashLocation();
  // A page that takes long to draw is drawn in slices; until it is there, the one before it stays.
  const location = useDeferredValue(address);
  const [dialog, setDialog] = useState<'quick-add' | 'shortcuts' | null>(null);
  useEngineChoice();
  useNoPicksAwaited();
  useDescribedLibrary();
  useDamagedRowsNotice();
  useMovedShelvesNotice();
  useSettledNotice();

  const obey = useCallback(
    (command: ShortcutCommand) => {
      const address = GO[command];
      if (address !== undefined) {
        goTo(address);
        return;
      }
      if (command === 'undo') undo();
      else if (command === 'redo') redo();
      else if (command === 'new-item') setDialog('quick-add');
      else if (command === 'help') setDialog('shortcuts');
      else if (command === 'search') {
        goTo(paths.library);
        pageCommands.request('focus-search');
      }
    },
    [pageCommands, undo, redo],
  );
  useShortcuts(obey);

  useEffect(
    () =>
      host.onMenuCommand((command) => {
        switch (command) {
          case 'import':
            goTo(paths.import);
            pageCommands.request('choose-files');
            return;
          case 'settings':
            goTo(paths.settings);
            return;
          case 'new-friend':
            goTo(paths.friends);
            pageCommands.request('new-friend');
            return;
          case 'undo':
          case 'redo':
            // The native menu takes Ctrl/Cmd+Z before the page sees it: a field being typed in keeps its own undo.
            if (
              document.activeElement instanceof HTMLInputElement ||
              document.activeElement instanceof HTMLTextAreaElement
            )
              document.execCommand(command);
            else obey(command);
            return;
          case 'new-item':
          case 'search':
          case 'help':
            obey(command);
        }
      }),
    [host, pageCommands, obey],
  );

  return (
    <>
      <Shell location={location}>
        <ErrorBoundary key={location}>
          <Pages
            location={location}
            onQuickAdd={() => {
              setDialog('quick-add');
            }}
            onShortcuts={() => {
              setDialog('shortcuts');
            }}
          />
        </ErrorBoundary>
      </Shell>
      <QuickAdd
        opened={dialog === 'quick-add'}
        onClose={() => {
          setDialog(null);
        }}
      />
      <ShortcutSheet
        opened={dialog === 'shortcuts'}
        onClose={() => {
          setDialog(null);
        }}
      />
      <DropTarget />
    </>
  );
}

/**
 * Has the library looked up in the catalogue after the first picks, or where nobody asks for any (an import, then a
 * friend), after a while; and when that is switched on or off. That there is nobody to pick for yet is no reason: the
 * sample library and its first picks may be a moment away.
 */
function useDescribedLibrary(): void {
  const { describeLibrary } = useServices();
  const { firstPicks } = useWindowState();
  const { catalogue } = useSettings();
  useEffect(
    () => afterFirstPicks(Promise.race([firstPicks.shown, longEnough()]), whenIdle, describeLibrary),
    // Switched on or off, the library is looked up again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
    [describeLibrary, firstPicks, catalogue],
  );
}

/** Calls `chooseEngineAfter` at the start, and again whenever the setting returns to automatic. */
function useEngineChoice(): void {
  const { recommender } = useServices();
  const { firstPicks } = useWindowState();
  const { engine } = useSettings();
  useEffect(
    () => (engine === 'auto' ? chooseEngineAfter(firstPicks.shown, whenIdle, recommender) : undefined),
    [recommender, firstPicks, engine],
  );
}

function whenIdle(work: () => void): void {
  requestIdleCallback(work, { timeout: 5000 });
}
