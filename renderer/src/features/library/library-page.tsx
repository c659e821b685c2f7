import { Anchor, Button, Loader, Text } from '@mantine/core';
import { IconBooks, IconClipboardList, IconFileImport, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLibrary } from '../../app/context/use-library';
import { useServices } from '../../app/context/services';
import { useSettings } from '../../app/context/settings-context';
import { useRemembered } from '../../app/context/use-remembered';
import { useWindowState } from '../../app/context/window-state-context';
import { useAction } from '../../app/context/use-action';
import { useBulkAction } from '../../app/context/use-bulk-action';
import type { ItemId } from '../../domain/ids';
import { frameText } from '../../text/frame';
import { gapsText } from '../../text/gaps';
import { libraryText } from '../../text/library';
import { pasteText } from '../../text/paste';
import { EmptyState } from '../../ui/empty-state';
import { focusNth } from '../../ui/focus-nth';
import { Page } from '../../ui/page';
import { paths } from '../../ui/paths';
import { BulkBar } from './bulk-bar';
import { LibraryFilters } from './library-filters';
import { LibraryGrid } from './library-grid';
import { NotInLibrary } from './not-in-library';
import { TwinsLink } from './twins-link';
import { isFiltered, itemsInView, sortItems, wordsInUse, WHOLE_LIBRARY } from '../../application/library/library-view';
import { keepExisting, NO_SELECTION, selectAll, type Selection } from './selection';

/** Where a search finds no more than this, what is looked for may not be there. */
const FEW_FOUND = 3;

export function LibraryPage({ onQuickAdd }: { readonly onQuickAdd: () => void }): ReactNode {
  const { library, items: repository, sample } = useServices();
  const { ratingScale } = useSettings();
  const run = useAction();
  const runBulk = useBulkAction();
  // What is worked out of a large library is worked out in slices, while the page shows it as it was.
  const { ready, items, byId } = useDeferredValue(useLibrary(library));
  const [view, setView] = useRemembered(useWindowState().libraryView);
  const [selectionState, setSelection] = useState<Selection>(NO_SELECTION);
  const grid = useRef<HTMLDivElement>(null);
  const notInLibrary = useRef<HTMLElement>(null);

  const shownView = useDeferredValue(view);
  const sorted = useMemo(() => sortItems(items, shownView.sort), [items, shownView.sort]);
  // `sorted` also changes with the items, and so with the search index.
  const shown = useMemo(
    () => itemsInView(sorted, shownView, shownView.query.trim() === '' ? null : library.search(shownView.query)),
    [sorted, shownView, library],
  );
  const selection = useMemo(
    () => keepExisting(selectionState, (id) => byId.get(id)?.inLibrary === true),
    [selectionState, byId],
  );
  const isSelecting = selection.selected.size > 0;
  const knownTags = useMemo(() => (isSelecting ? wordsInUse(items, 'tags') : []), [items, isSelecting]);

  const trash = (ids: readonly ItemId[]): void => {
    void runBulk(ids.length, () => repository.moveToTrash(ids));
  };
  const actions = (
    <>
      <Button
        variant="default"
        component="a"
        href={paths.import}
        leftSection={<IconFileImport size={16} aria-hidden />}
      >
        {libraryText.importFile}
      </Button>
      <Button
        variant="default"
        component="a"
        href={paths.paste}
        leftSection={<IconClipboardList size={16} aria-hidden />}
      >
        {pasteText.open}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onQuickAdd}>
        {libraryText.add}
      </Button>
    </>
  );

  if (!ready)
    return (
      <Page title={libraryText.title}>
        <Loader aria-label={frameText.loading} />
      </Page>
    );
  if (items.length === 0) {
    return (
      <Page title={libraryText.title}>
        <EmptyState
          icon={IconBooks}
          title={libraryText.emptyTitle}
          actions={
            <>
              <Button component="a" href={paths.import} leftSection={<IconFileImport size={16} aria-hidden />}>
                {libraryText.importFile}
              </Button>
              <Button variant="default" component="a" href={paths.paste}>
                {pasteText.open}
              </Button>
              <Button
                variant="light"
                onClick={() => {
                  void run(() => sample.install());
                }}
              >
                {libraryText.addSample}
              </Button>
              <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={onQuickAdd}>
                {libraryText.addOne}
              </Button>
            </>
          }
        >
          {libraryText.emptyBody}
        </EmptyState>
      </Page>
    );
  }
  const suggestions = (
    <NotInLibrary ref={notInLibrary} query={shownView.query} kind={shownView.kind} onQuickAdd={onQuickAdd} />
  );
  return (
    <Page
      title={libraryText.title}
      actions={actions}
      description={
        <>
          <span aria-live="polite">
            {isFiltered(shownView) ? libraryText.countOf(shown.length, items.length) : libraryText.count(items.length)}
          </span>
          {' · '}
          <Anchor href={paths.gaps} inherit>
            {gapsText.open}
          </Anchor>
          <TwinsLink />
        </>
      }
    >
      <LibraryFilters
        view={view}
        onChange={setView}
        items={items}
        onLeave={() => {
          if (shown.length > 0) grid.current?.focus();
          else focusNth(notInLibrary.current, 'button', 0);
        }}
      />
      {selection.selected.size === 0 ? null : (
        <BulkBar
          ids={[...selection.selected]}
          scale={ratingScale}
          knownTags={knownTags}
          onSelectAll={() => {
            setSelection(
              selectAll(
                selection,
                shown.map((item) => item.id),
              ),
            );
          }}
          onClear={() => {
            setSelection({ ...selection, selected: new Set() });
          }}
          onTrash={() => {
            trash([...selection.selected]);
          }}
        />
      )}
      {shown.length === 0 ? suggestions : null}
      {shown.length === 0 ? (
        <EmptyState
          icon={IconSearchOff}
          title={libraryText.noMatchTitle}
          actions={
            <Button
              variant="default"
              onClick={() => {
                setView(WHOLE_LIBRARY);
              }}
            >
              {libraryText.resetFilters}
            </Button>
          }
        >
          {libraryText.noMatchBody}
        </EmptyState>
      ) : (
        <>
          <LibraryGrid
            ref={grid}
            items={shown}
            scale={ratingScale}
            selection={selection}
            onSelection={setSelection}
            onRate={(ids, rating) => {
              void runBulk(ids.length, () => repository.rateItems(ids, rating));
            }}
            onTrash={trash}
          />
          <Text size="xs" c="dimmed" ta="center" mt="md">
            {libraryText.keysHint}
          </Text>
          {shown.length > FEW_FOUND ? null : suggestions}
        </>
      )}
    </Page>
  );
}
