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
 * Keys that the page hears itself, in every shell: shown in the menu but not taken by it. In a text field Ctrl+Z
 * belongs to the text, which only the page knows.
 */
const HEARD_BY_PAGE: ReadonlySet<MenuCommand> = new Set(['undo', 'redo', 'search']);

/**
 * The native menu.
 * @param send tells the page which command was chosen
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  appName: string,
  send: (command: MenuCommand) => void,
): MenuItemConstructorOptions[] {
  const item = (command: MenuCommand): MenuItemConstructorOptions => ({
    id: command,
    ...COMMANDS[command],
    registerAccelerator: !HEARD_BY_PAGE.has(command),
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
