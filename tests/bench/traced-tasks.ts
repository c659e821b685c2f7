import type { CDPSession } from 'playwright-core';
import { z } from 'zod';

/** One task of the page's main thread, in microseconds: by the clock, and of the processor. */
export interface TracedTask {
  readonly dur: number;
  readonly tdur: number;
}

const traceEvent = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.object({ name: z.unknown() }).partial().optional(),
});
type TraceEvent = z.infer<typeof traceEvent>;

/** What the browser's own trace says of the main thread of the page while `work` goes on. */
export async function tracedTasks(session: CDPSession, work: () => Promise<void>): Promise<readonly TracedTask[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly unknown[] }): void => {
    for (const one of value) {
      const parsed = traceEvent.safeParse(one);
      if (parsed.success) events.push(parsed.data);
    }
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  });
  await work();
  const complete = new Promise<void>((settle) => {
    session.once('Tracing.tracingComplete', () => {
      settle();
    });
  });
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  // The page is in the busiest of the renderers: the browser may keep a spare one.
  const mainThreads = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const tasks = mainThreads.map(({ pid, tid }) =>
    events.filter((event) => event.name.endsWith('RunTask') && event.pid === pid && event.tid === tid),
  );
  const [ofPage] = tasks.sort((left, right) => right.length - left.length);
  if (ofPage === undefined || ofPage.length === 0) throw new Error('The trace has no task of the page.');
  return ofPage;
}
