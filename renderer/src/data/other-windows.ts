/**
 * Calls back whenever another window of this origin has ended: closed, or its process killed. Each holds a lock of its
 * own as long as it is there; whoever waits for that lock is given it then.
 */
export function whenAnotherWindowEnds(name: string, listener: () => void): void {
  const own = crypto.randomUUID();
  const prefix = `${name} `;
  const channel = new BroadcastChannel(name);
  const watched = new Set<string>([own]);
  const watch = (other: string): void => {
    if (watched.has(other)) return;
    watched.add(other);
    void navigator.locks.request(prefix + other, listener);
  };
  void navigator.locks.request(prefix + own, async () => {
    // In this order: who starts at the same moment finds the lock, or hears of it.
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') watch(data);
    });
    // A channel has no target: its origin is the page's own.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage(own);
    const { held = [] } = await navigator.locks.query();
    for (const lock of held) if (lock.name?.startsWith(prefix) === true) watch(lock.name.slice(prefix.length));
    await new Promise(() => undefined);
  });
}
