import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconBooks,
  IconCompass,
  IconFileImport,
  IconHelp,
  IconHome,
  IconListDetails,
  IconScale,
  IconSend,
  IconSettings,
  IconTrash,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { frameText } from '../text/frame';
import { paths } from '../ui/paths';
import icon from './icon.svg';
import { KeptLine } from './kept-line';
import classes from './shell.module.css';
import { ToastBar } from './toast-bar';

interface Destination {
  readonly href: string;
  readonly word: string;
  readonly icon: Icon;
  /** Addresses whose pages belong here besides its own. */
  readonly alsoUnder?: readonly string[];
}

const TOP: readonly Destination[] = [
  { href: paths.home, word: frameText.home, icon: IconHome },
  { href: paths.next, word: frameText.next, icon: IconCompass },
  { href: paths.library, word: frameText.library, icon: IconBooks, alsoUnder: ['/item/', '/gaps', '/twins', '/paste'] },
  { href: paths.friends, word: frameText.friends, icon: IconUsers },
  { href: paths.together, word: frameText.together, icon: IconUsersGroup },
  { href: paths.shared, word: frameText.shared, icon: IconSend },
  { href: paths.lists, word: frameText.lists, icon: IconListDetails },
  { href: paths.import, word: frameText.import, icon: IconFileImport },
];
const BOTTOM: readonly Destination[] = [
  { href: paths.trust, word: frameText.trust, icon: IconScale },
  { href: paths.settings, word: frameText.settings, icon: IconSettings },
  { href: paths.trash, word: frameText.trash, icon: IconTrash },
  { href: paths.help, word: frameText.help, icon: IconHelp },
];

function isCurrent(destination: Destination, location: string): boolean {
  const own = destination.href.slice(1);
  if (own === '/') return location === '/';
  return (
    location === own ||
    location.startsWith(`${own}/`) ||
    destination.alsoUnder?.some((start) => location.startsWith(start)) === true
  );
}

/**
 * Navigation at the left, the page at the right, a toast below it. A new page scrolls to its top and takes the focus.
 */
export function Shell({ location, children }: { readonly location: string; readonly children: ReactNode }): ReactNode {
  const main = useRef<HTMLElement>(null);
  const narrow = useMediaQuery('(max-width: 1000px)', false, { getInitialValueInEffect: false });
  const shown = useRef(location);
  useEffect(() => {
    if (shown.current === location) return;
    shown.current = location;
    main.current?.scrollTo(0, 0);
    // A page that focuses its own field on opening keeps it.
    if (!(document.activeElement instanceof HTMLInputElement)) main.current?.focus({ preventScroll: true });
  }, [location]);
  const links = (destinations: readonly Destination[], className: string): ReactNode => (
    <ul className={className}>
      {destinations.map((destination) => (
        <li key={destination.href}>
          <Tooltip label={destination.word} position="right" disabled={!narrow}>
            <a
              className={classes['link']}
              href={destination.href}
              aria-current={isCurrent(destination, location) ? 'page' : undefined}
            >
              <destination.icon size={20} stroke={1.7} aria-hidden />
              <span className={classes['word']}>{destination.word}</span>
            </a>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
  return (
    <div className={classes['shell']}>
      <a
        className={classes['skip']}
        href={`#${location}`}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {frameText.skipToContent}
      </a>
      <nav className={classes['nav']} aria-label={frameText.navigation}>
        <a className={classes['brand']} href={paths.home}>
          <img src={icon} alt="" />
          <span className={classes['word']}>{frameText.appName}</span>
        </a>
        {links(TOP, classes['list'] ?? '')}
        {links(BOTTOM, `${classes['list'] ?? ''} ${classes['bottom'] ?? ''}`)}
      </nav>
      <main id="content" className={classes['main']} ref={main} tabIndex={-1} data-page={location}>
        {children}
      </main>
      <KeptLine />
      <ToastBar
        onLeave={() => {
          main.current?.focus({ preventScroll: true });
        }}
      />
    </div>
  );
}
