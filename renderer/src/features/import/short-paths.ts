/**
 * How the files of one export are named in a line: without the folders that all of them are in. "letterboxd.zip/ann/
 * diary.csv" beside "letterboxd.zip/ann/likes/films.csv" is "diary.csv".
 */
export function shortPaths(files: readonly string[]): (file: string) => string {
  const [first = '', ...others] = files.map((file) => file.split('/').slice(0, -1));
  const folders = others.length === 0 ? [] : first;
  let shared = 0;
  while (shared < folders.length && others.every((path) => path[shared] === folders[shared])) shared += 1;
  return (file) => {
    const parts = file.split('/');
    return parts.slice(0, shared).every((part, place) => part === folders[place])
      ? parts.slice(shared).join('/')
      : file;
  };
}
