import { describe, expect, it } from 'vitest';
import { CallsInTurn, inPartsOf, type Part } from '../../../renderer/src/workers/calls-in-turn';

/** Calls whose pauses end when they are told to. */
function inTurn() {
  const paused: (() => void)[] = [];
  const calls = new CallsInTurn(
    () =>
      new Promise((settle) => {
        paused.push(settle);
      }),
  );
  const posted: string[] = [];
  const post = ({ items }: Part<string>): Promise<string> => {
    posted.push(items.join());
    return items.includes('refused')
      ? Promise.reject(new Error('refused'))
      : Promise.resolve(`answer to ${items.join()}`);
  };
  const ask = (name: string): Promise<string> =>
    calls.one(() => {
      posted.push(name);
      return Promise.resolve(name);
    });
  const goOn = async (): Promise<void> => {
    await new Promise((settle) => setTimeout(settle));
    paused.shift()?.();
    await new Promise((settle) => setTimeout(settle));
  };
  return { calls, posted, post, ask, goOn };
}

describe('calls in turn', () => {
  it('takes items one by one, as the parts are; none are one empty part', () => {
    const taken: string[] = [];
    const items = function* (): Generator<string> {
      for (const item of ['a', 'b', 'c', 'd']) {
        taken.push(item);
        yield item;
      }
    };
    const parts = inPartsOf(items(), 2);
    expect(parts.next().value).toEqual({ items: ['a', 'b'], isLast: false });
    expect(taken).toEqual(['a', 'b', 'c']);
    expect([...parts]).toEqual([{ items: ['c', 'd'], isLast: true }]);
    expect([...inPartsOf([], 2)]).toEqual([{ items: [], isLast: true }]);
  });

  it('posts what is small at once, and answers with the answer', async () => {
    const { calls, posted, post, ask } = inTurn();
    const answer = calls.inParts(inPartsOf(['a', 'b'], 2), post);
    void ask('question');
    expect(posted).toEqual(['a,b', 'question']);
    expect(await answer).toBe('answer to a,b');
  });

  it('posts nothing that was asked later before the last part, changes in their order', async () => {
    const { calls, posted, post, ask, goOn } = inTurn();
    const answer = calls.inParts(inPartsOf(['a', 'b', 'c', 'd', 'e'], 2), post);
    void ask('question');
    const later = calls.inParts(inPartsOf(['f', 'g', 'h'], 2), post);
    void ask('last');
    expect(posted).toEqual([]);
    await goOn();
    expect(posted).toEqual(['a,b']);
    await goOn();
    await goOn();
    expect(posted).toEqual(['a,b', 'c,d', 'e', 'question']);
    await goOn();
    expect(posted).toEqual(['a,b', 'c,d', 'e', 'question', 'f,g']);
    await goOn();
    expect(posted).toEqual(['a,b', 'c,d', 'e', 'question', 'f,g', 'h', 'last']);
    expect([await answer, await later]).toEqual(['answer to e', 'answer to h']);
    void ask('at once again');
    expect(posted.at(-1)).toBe('at once again');
  });

  it('says that a part was refused, and goes on', async () => {
    const { calls, posted, post, ask, goOn } = inTurn();
    const answer = calls.inParts(inPartsOf(['refused', 'b', 'c'], 1), post);
    const refused = expect(answer).rejects.toThrow('refused');
    const question = ask('question');
    for (let part = 0; part < 3; part += 1) await goOn();
    await refused;
    expect(await question).toBe('question');
    expect(posted).toEqual(['refused', 'b', 'c', 'question']);
  });
});
