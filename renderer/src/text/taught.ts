import type { TasteEvent } from '../domain/event';
import type { Outcome } from '../domain/share';
import { opinionOf, type Opinion } from '../domain/taste-scale';

/**
 * What an answer teaches, in one sentence: what was said, and what follows for the next picks.
 * @param name the friend's; null = the owner, "you"
 */
export function taughtSentence(
  { type, rating, outcome }: Pick<TasteEvent, 'type' | 'rating' | 'outcome'>,
  title: string,
  name: string | null,
): string {
  const who = name ?? 'You';
  switch (type) {
    case 'not-for-them':
      return `You said no to ${title}${name === null ? '' : ` for ${name}`}: fewer like it.`;
    case 'knows-it':
      return `${who} ${name === null ? 'know' : 'knows'} ${title} already: ${knownAlready(name)}`;
    case 'postponed':
      return `${title} can wait${name === null ? '' : ` for ${name}`}: it may come up again in a month, and nothing is learned from it.`;
    case 'never-again':
      return `Never again ${title}${name === null ? '' : ` for ${name}`}: far fewer like it.`;
    case 'chosen-over':
      return `${who} would choose ${title}: more like it.`;
    case 'abandoned':
      return `${who} gave up on ${title}: a little less like it.`;
    case 'finished':
      return `${who} finished ${title}: it is not picked any more.`;
    case 'wanted':
      return `${who} ${name === null ? 'want' : 'wants'} ${title}: it stays among the picks.`;
    case 'rated':
      return opinionSentence(opinionOf(rating), title, who);
    case 'loved':
    case 'liked':
    case 'disliked':
      return opinionSentence(type, title, who);
    case 'reacted':
      return outcome === null ? `${who} answered about ${title}.` : outcomeSentence(outcome, title, name);
  }
}

function outcomeSentence(outcome: Outcome, title: string, name: string | null): string {
  const who = name ?? 'You';
  switch (outcome) {
    case 'loved':
    case 'liked':
      return opinionSentence(outcome, title, who);
    case 'meh':
      return opinionSentence('soSo', title, who);
    case 'no':
      return opinionSentence('disliked', title, who);
    case 'knew-it':
      return `${who} knew ${title} already: ${knownAlready(name)}`;
    case 'not-yet':
      return `${who} ${name === null ? 'have' : 'has'} not got to ${title} yet: nothing is learned from it, and you are asked again in a week.`;
  }
}

/** It says nothing of taste, but of how much else is known. */
const knownAlready = (name: string | null): string => `what else ${name ?? 'you'} may know comes a little later.`;

function opinionSentence(opinion: Opinion, title: string, who: string): string {
  switch (opinion) {
    case 'loved':
      return `${who} loved ${title}: more like it.`;
    case 'liked':
      return `${who} liked ${title}: some more like it.`;
    case 'soSo':
      return `${who} found ${title} so-so: a little less like it.`;
    case 'disliked':
      return `${who} did not like ${title}: fewer like it.`;
    case 'met':
      return `${who} met ${title}.`;
  }
}
