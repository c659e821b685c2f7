import type { ImportQuestion } from '../../domain/imported-row';
import type { ReadContext } from '../source';

const QUESTION = 'holds';
const OPTIONS = [
  { value: 'playlist', label: 'no more than a playlist' },
  { value: 'liked', label: 'songs you like' },
] as const;

const isNamedLiked = (path: string): boolean => /(?:^|\/)(?:liked|favou?rites?|saved)[^/]*$/i.test(path);

/** Whether the songs of a playlist are liked: as the person says, else as the files are called. */
export function holdsLikedSongs({ answers }: ReadContext, paths: readonly string[]): boolean {
  const answer = answers.get(QUESTION);
  return answer === undefined ? paths.length > 0 && paths.every(isNamedLiked) : answer === 'liked';
}

export const likedSongsQuestion = (areLiked: boolean): ImportQuestion => ({
  id: QUESTION,
  text: 'The file holds',
  options: OPTIONS,
  answer: areLiked ? 'liked' : 'playlist',
});
