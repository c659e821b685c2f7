import { spawn } from 'node:child_process';

const ALLOWED_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
/** Windows refuses command lines beyond 32,767 characters; longer drafts are no use to an e-mail program either. */
const MAX_LINK_LENGTH = 16_000;
/** RFC 6068 lets a link name any header; these write a draft. Some programs also take `attach` and send files. */
const DRAFT_FIELDS: ReadonlySet<string> = new Set(['subject', 'body', 'to', 'cc', 'bcc']);
const LINE_BREAK = /%0[0ad]/i;
export const LINK_REFUSAL = 'Only http, https and mailto links can be opened, and no e-mail with anything attached.';

/** The address in its normal form where it may be handed to another program, null where it may not. */
export function allowedLink(text: string): string | null {
  if (text.length > MAX_LINK_LENGTH) return null;
  try {
    const url = new URL(text);
    if (!ALLOWED_PROTOCOLS.has(url.protocol) || url.href.length > MAX_LINK_LENGTH) return null;
    return url.protocol === 'mailto:' && !isPlainDraft(url) ? null : url.href;
  } catch {
    return null;
  }
}

/**
 * Programs differ in how they split fields: after a bare `;` some read another one. A line break anywhere but in the
 * body could begin a header.
 */
function isPlainDraft({ search, hash, pathname }: URL): boolean {
  if (hash !== '' || LINE_BREAK.test(pathname)) return false;
  if (search === '') return true;
  return search
    .slice(1)
    .split(/[&;]/)
    .every((field) => {
      const name = (field.split('=', 1)[0] ?? '').toLowerCase();
      return DRAFT_FIELDS.has(name) && (name === 'body' || !LINE_BREAK.test(field));
    });
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
