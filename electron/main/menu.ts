import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../host-contract';

/** What the native menu shows of each command. */
const COMMANDS: Readonly<Record<MenuCommand, { readonly label: string; readonly accelerator: string }>> = {
  undo: { label: 'Undo', accelerator: 'CmdOrCtrl+Z' },
  redo: { label: 'Redo', accelerator: 'CmdOrCtrl+Shift+Z' },
  import: { label: 'Import…', accelerator: 'CmdOrCtrl+I' },
  'new-item': { label: 'Add to library…', accelerator: 'CmdOrCtrl+N' },
  'new-friend': { label: 'Add friend…', accelerator: 'CmdOrCtrl+Shift+N' },
  search: { label: 'Search', accelerator: 'CmdOrCtrl+K' },
  settings: { label: 'Settings', accelerator: 'CmdOrCtrl+,' },
  help: { label: 'Help and shortcuts', accelerator: 'F1' },
};

/**
 * Commands whose keys the page handles itself, in every shell: the menu shows these keys but does not register them. In
 * a text field Ctrl+Z must undo typing, and only the page knows where the focus is.
 */
const HANDLED_BY_PAGE: ReadonlySet<MenuCommand> = new Set(['undo', 'redo', 'search']);

/**
 * The native menu.
 * @param send called with the chosen command, to pass it to the page
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  appName: string,
  send: (command: MenuCommand) => void,
): MenuItemConstructorOptions[] {
  const item = (command: MenuCommand): MenuItemConstructorOptions => ({
    id: command,
    ...COMMANDS[command],
    registerAccelerator: !HANDLED_BY_PAGE.has(command),
    click: () => {
      send(command);
    },
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const mac = platform === 'darwin';
  const ownMenu: MenuItemConstructorOptions[] = mac
    ? [
        {
          label: appName,
          submenu: [
            { role: 'about' },
            line,
            item('settings'),
            line,
            { role: 'hide' },
            { role: 'hideOthers' },
            { role: 'unhide' },
            line,
            { role: 'quit' },
          ],
        },
      ]
    : [];
  return [
    ...ownMenu,
    {
      label: '&File',
      submenu: [
        item('new-item'),
        item('new-friend'),
        line,
        item('import'),
        ...(mac ? [line, { role: 'close' as const }] : [line, item('settings'), line, { role: 'quit' as const }]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('undo'),
        item('redo'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        line,
        item('search'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        line,
        { role: 'togglefullscreen' },
        line,
        { role: 'reload' },
        { role: 'toggleDevTools' },
      ],
    },
    ...(mac ? [{ role: 'windowMenu' as const }] : []),
    { label: '&Help', role: 'help', submenu: [item('help')] },
  ];
}
