/** README.txt within an archive, for whoever opens it with another program years from now. */
export const archiveReadme = `This is a library of Handpicked, saved as one file.

It holds everything that was entered there: books, films and other things with
ratings and notes, friends and what they said, what was sent to whom, lists,
what lies in the trash, and settings. Private notes are in it, too: keep it
where you keep what is private.

To open it, start Handpicked and drop this file on its window.

To read it without Handpicked: it is a zip. Each file whose name ends in .jsonl
is a table with one record per line, each a JSON text in UTF-8:

  items.jsonl     things: title, kind, makers, year, rating (0 to 1), notes
  people.jsonl    you and your friends
  events.jsonl    who rated, loved, finished … which thing, and when
  shares.jsonl    what was sent to whom, and what came of it
  lists.jsonl     lists, in their order
  trash.jsonl     what was deleted and not yet removed for good
  slates.jsonl    picks that were shown as a trial
  settings.jsonl  settings
  damaged.jsonl   records that could not be read when this was saved, as they were

Times are milliseconds since 1970 (UTC). manifest.json says when this was saved,
how many records each file has, and the SHA-256 of each, so that damage is seen.
`;
