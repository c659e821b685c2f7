import { cleanCell } from '../cells/cell-values';

/** What files are called whose name says nothing of the list. */
const SAYS_NOTHING =
  /^(?:(?:my )?(?:playlists?|exports?|tracks?|songs?|music|library|spotify|data|download|untitled|csv|list)(?: \d+)?|exportify.*|.*\b(?:data ?set|library|liked|favou?rites?|saved)\b.*)$/i;

/** The name of a playlist that is a file of its own: "Sea_songs (1).csv" is "Sea songs"; '' where it has none. */
export function playlistName(path: string): string {
  const name = cleanCell(
    (/([^/]*)$/.exec(path)?.[1] ?? '')
      .replace(/\.\p{L}\w{1,4}$/u, '')
      .replace(/\s?\(\d+\)$/, '')
      .replaceAll('_', ' '),
  );
  return SAYS_NOTHING.test(name) ? '' : name;
}
