import { foldTag } from '../../domain/clean-tags';
import { tagsAndShelves } from '../cells/shelves';

/** Subjects of library catalogues that say for whom, in what language or on what a copy was made. */
const OF_THE_COPY =
  /hearing impaired|people with disabilities|language materials?|closed.caption|video ?recordings?|dvd|blu-?ray|feature films?|^features?$|large type|open library|accessible book|protected daisy|in library|electronic books?|general$/i;
const MAX_SUBJECTS = 6;

/**
 * Library subjects as tags: "Education > United States > History" is about education, and what of its parts is a genre
 * is one; "Ra (Egyptian deity)" is Ra, and "Nature, Healing power of" nature.
 */
export function tagsOfSubjects(subjects: readonly string[]): string[] {
  const tags = new Map<string, string>();
  for (const subject of subjects) {
    if (OF_THE_COPY.test(subject)) continue;
    const [first = '', ...parts] = subject.split(/\s*(?:>|--)\s*/).map((part) => part.replace(/\.$/, ''));
    const genres = tagsAndShelves(parts.map((part) => part.toLowerCase())).tags;
    // A number is of a classification or of somebody's life.
    const heads = /[\d\uFFFD]/.test(first) ? [] : [first.replace(/\s*\([^()]*\)\s*$/, '').replace(/,.*$/, '')];
    for (const tag of [...heads, ...genres])
      if (tag.length > 1 && tag.length <= 40 && !tags.has(foldTag(tag))) tags.set(foldTag(tag), tag);
  }
  return [...tags.values()].slice(0, MAX_SUBJECTS);
}
