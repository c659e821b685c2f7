import { expect, it } from 'vitest';
import { NO_STEPS, questionsLeft, stepped, steppedBack } from '../../../renderer/src/application/question-sitting';
import { actionId } from '../../../renderer/src/domain/ids';

const itself = (key: string): string => key;

it('asks about what is open, but for what was answered or set aside', () => {
  const sitting = stepped(stepped<string>(NO_STEPS, 'a', actionId(1)), 'c', null);
  expect(questionsLeft(sitting, ['a', 'b', 'c', 'd'], itself)).toEqual(['b', 'd']);
});

it('asks about what was taken back before anything else, and only once', () => {
  const back = steppedBack(stepped(stepped<string>(NO_STEPS, 'a', null), 'c', actionId(1)));
  expect(questionsLeft(back, ['b', 'c', 'd'], itself)).toEqual(['c', 'b', 'd']);
  expect(questionsLeft(stepped(back, 'c', null), ['b', 'c', 'd'], itself)).toEqual(['b', 'd']);
});

it('stays at the start where there is nothing to take back', () => {
  expect(steppedBack(NO_STEPS)).toEqual(NO_STEPS);
});
