import type { MarkupToken } from '../containers/markup-tokens';

/** A track of a property list: its values by key; 'true' and 'false' for flags. */
export interface PlistTrack {
  /** 1-based line of the file. */
  readonly line: number;
  readonly values: ReadonlyMap<string, string>;
}

/** `plist > dict > (key Tracks) dict > (key 1234) dict`: open dictionaries around and including a track's. */
const TRACK_DEPTH = 3;

/** The tracks of an iTunes library, one by one; its playlists, which name tracks by number, are passed over. */
export async function* plistTracks(
  tokens: AsyncIterable<readonly MarkupToken[]>,
): AsyncGenerator<readonly PlistTrack[]> {
  let depth = 0;
  let section = '';
  let key = '';
  let text = '';
  let track: { readonly line: number; readonly values: Map<string, string> } | null = null;
  for await (const batch of tokens) {
    const found: PlistTrack[] = [];
    for (const token of batch) {
      if (token.type === 'text') text += token.text;
      else if (token.type === 'open') {
        text = '';
        if (token.name === 'dict') {
          depth += 1;
          if (depth === TRACK_DEPTH && section === 'Tracks') track = { line: token.line, values: new Map() };
        } else if (token.name === 'array') depth += 1;
      } else if (token.name === 'dict' || token.name === 'array') {
        if (depth === TRACK_DEPTH && track !== null) found.push(track);
        if (depth === TRACK_DEPTH) track = null;
        depth -= 1;
      } else if (token.name === 'key') {
        key = text;
        if (depth === 1) section = key;
      } else if (depth === TRACK_DEPTH && track !== null)
        track.values.set(key, token.name === 'true' || token.name === 'false' ? token.name : text);
    }
    if (found.length > 0) yield found;
  }
}
