import { spawn } from 'node:child_process';

const ALLOWED_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
/** Windows refuses command lines beyond 32,767 characters; longer drafts are no use to an e-mail program either. */
const MAX_LINK_LENGTH = 16_000;

/** The address in its normal form where it may be handed to another program, null where it may not. */
export function allowedLink(text: string): string | null {
  if (text.length > MAX_LINK_LENGTH) return null;
  try {
    const url = new URL(text);
    return ALLOWED_PROTOCOLS.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** The platform's own way to open a link in the program the person prefers, as a command without a shell. */
export function openerCommand(
  platform: NodeJS.Platform,
  link: string,
): { readonly command: string; readonly parameters: readonly string[] } {
  if (platform === 'darwin') return { command: 'open', parameters: [link] };
  // Not `start`: that is the shell's own word, and the shell reads & and % in addresses.
  if (platform === 'win32') return { command: 'rundll32.exe', parameters: ['url.dll,FileProtocolHandler', link] };
  return { command: 'xdg-open', parameters: [link] };
}

/** Hands an allowed link to the platform. True once the opener runs, false where there is none. */
export async function openLink(link: string, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  const { command, parameters } = openerCommand(platform, link);
  return await new Promise((settle) => {
    const child = spawn(command, parameters, { stdio: 'ignore', detached: true });
    child.once('spawn', () => {
      child.unref();
      settle(true);
    });
    child.once('error', () => {
      settle(false);
    });
  });
}
