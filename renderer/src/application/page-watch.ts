/**
 * For a session that a page shows: each page that shows it calls the result, and what that returns when it is left.
 * @param leave called once the last of them has left
 */
export function pageWatch(leave: () => void): () => () => void {
  let watchers = 0;
  return () => {
    watchers += 1;
    return () => {
      watchers -= 1;
      // React mounts a page twice in development: a page that watches again at once was not left.
      void Promise.resolve().then(() => {
        if (watchers === 0) leave();
      });
    };
  };
}
