import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The program's green; shade 7 is the brand colour. */
const forest: MantineColorsTuple = [
  '#f0f5f2',
  '#dfe9e3',
  '#bfd3c7',
  '#9bbba8',
  '#7ba58d',
  '#628f77',
  '#4c7460',
  '#3b5b4c',
  '#2f4a3d',
  '#22372d',
];
/** The accent, used for ratings and for what asks to be noticed. */
const amber: MantineColorsTuple = [
  '#fff8e6',
  '#feeec6',
  '#fcdd8f',
  '#f9cb5c',
  '#f2b950',
  '#e0a030',
  '#c0831c',
  '#8f5f12',
  '#6f4a10',
  '#4c320b',
];
/** Mantine's greys are blue; these are warm, so that text pages read like paper. */
const gray: MantineColorsTuple = [
  '#f8f6f1',
  '#f1eee7',
  '#e7e3d9',
  '#dcd7ca',
  '#c6c0b1',
  '#a49e8f',
  '#7b766a',
  '#5f5b51',
  '#423f38',
  '#2b2924',
];
const dark: MantineColorsTuple = [
  '#dedbd2',
  '#bdb9ae',
  '#98948a',
  '#6f6c63',
  '#4a4842',
  '#393732',
  '#2b2a26',
  '#22211e',
  '#151412',
  '#100f0e',
];

export const theme = createTheme({
  black: '#2b2924',
  primaryColor: 'forest',
  primaryShade: { light: 7, dark: 6 },
  colors: { forest, amber, gray, dark },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  headings: {
    fontFamily:
      '"Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", Georgia, "Noto Serif", "Liberation Serif", serif',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.05rem', lineHeight: '1.35' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Modal: {
      // A dialog ends above the row of a toast.
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 }, yOffset: 'max(5dvh, 56px)' },
      styles: { title: { fontFamily: 'var(--mantine-font-family-headings)', fontSize: '1.25rem', fontWeight: 600 } },
    },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } } },
  },
});

/** Colours that Mantine derives too faintly for WCAG AA on this paper. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfaf6',
    '--mantine-color-text': '#2b2924',
    '--mantine-color-dimmed': '#5f5b51',
    '--mantine-color-placeholder': '#6d685c',
    '--mantine-color-anchor': '#2f4a3d',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--mantine-color-body': '#1a1917',
    '--mantine-color-text': '#dedbd2',
    '--mantine-color-dimmed': '#aaa69b',
    '--mantine-color-placeholder': '#98948a',
    '--mantine-color-anchor': '#9bbba8',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-forest-light': 'rgba(98, 143, 119, 0.24)',
    '--mantine-color-forest-light-hover': 'rgba(98, 143, 119, 0.34)',
    '--mantine-color-forest-light-color': '#bfd3c7',
  },
});
