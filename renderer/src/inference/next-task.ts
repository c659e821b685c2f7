/**
 * Resolves after the messages that are waiting now. A MessageChannel has no minimum delay; a nested timer has 4 ms
 * (HTML standard §8.7).
 */
export async function nextTask(): Promise<void> {
  await new Promise<void>((settle) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener(
      'message',
      () => {
        port1.close();
        settle();
      },
      { once: true },
    );
    port1.start();
    port2.postMessage(null);
  });
}
