const rules = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat();

/** "1 book", "2,310 books": the number in the user's locale, the word in the text's language. */
export function counted(count: number, one: string, other = `${one}s`): string {
  return `${numbers.format(count)} ${rules.select(count) === 'one' ? one : other}`;
}
