import { readlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';

/**
 * Whether a browser has a profile open. Chromium listens at a socket in it, so that a second start hands over to the
 * first; after a crash nobody answers there. On Windows there is no such file: what is open there cannot be moved.
 * @param profile the folder given as --user-data-dir
 */
export async function isProfileOpen(profile: string): Promise<boolean> {
  let path: string;
  try {
    // A link into the temporary folder: the address of a socket has about a hundred characters.
    path = await readlink(join(profile, 'SingletonSocket'));
  } catch {
    return false;
  }
  return await new Promise((settle) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.once('error', () => {
      settle(false);
    });
  });
}
