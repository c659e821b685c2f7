/** Words of the page that is shown where a newer version of the program has used the library. */
export const newerDatabaseText = {
  title: 'Your library is from a newer version of Handpicked',
  about:
    'A newer version of Handpicked has brought the library of this window to its own form. This version could only guess what that means, so it does not open it, and has not changed it: it is as the newer version left it.',
  advice: 'Start the newer version again, or update this one: then everything is there.',
  file: 'If you need a copy before that, save everything as one file; saving only reads the library. The file also holds what this version does not know: the newer version restores all of it, this one cannot. Private notes are in it, too.',
} as const;
