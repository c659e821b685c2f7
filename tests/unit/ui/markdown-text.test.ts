import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type Block, parseInline, parseMarkdown } from '../../../renderer/src/ui/markdown/markdown-blocks';
import { MarkdownText } from '../../../renderer/src/ui/markdown/markdown-text';

/** As HTML without attributes: what counts here is what is what. */
const html = (source: string): string =>
  renderToStaticMarkup(createElement(MarkdownText, { source, tableLabel: 'Table' }))
    .replaceAll(/<(\w+)[^>]*>/g, '<$1>')
    .replace(/^<div>/, '')
    .replace(/<\/div>$/, '');
const card = readFileSync(new URL('../../../models/taste/MODEL_CARD.md', import.meta.url), 'utf8');

describe('parseInline', () => {
  it('reads code, strong, emphasis and links, also within each other', () => {
    expect(parseInline('a **b `c` *d*** e')).toEqual([
      { type: 'text', text: 'a ' },
      {
        type: 'strong',
        children: [
          { type: 'text', text: 'b ' },
          { type: 'code', text: 'c' },
          { type: 'text', text: ' ' },
          { type: 'emphasis', children: [{ type: 'text', text: 'd' }] },
        ],
      },
      { type: 'text', text: ' e' },
    ]);
    expect(parseInline('`**x**`')).toEqual([{ type: 'code', text: '**x**' }]);
  });

  it('keeps the words of a link, and an address only of the web', () => {
    expect(parseInline('see [the *rules*](../README.md).')).toEqual([
      { type: 'text', text: 'see ' },
      { type: 'text', text: 'the ' },
      { type: 'emphasis', children: [{ type: 'text', text: 'rules' }] },
      { type: 'text', text: '.' },
    ]);
    expect(parseInline('[x](https://example.org/a)').at(-1)).toEqual({
      type: 'text',
      text: ' (https://example.org/a)',
    });
    expect(JSON.stringify(parseInline('[x](javascript:alert)'))).not.toContain('javascript');
  });

  it('leaves marks without a partner alone', () => {
    for (const text of ['2 * 3 * 4', '** nothing', 'a `b', '[x] (y)', '*'])
      expect(parseInline(text)).toEqual([{ type: 'text', text }]);
    expect(parseInline('')).toEqual([]);
  });
});

describe('the model card as elements', () => {
  it('makes headings follow the page’s own', () => {
    expect(html('# A\n## B ##\n###### C')).toBe('<h3>A</h3><h4>B</h4><h6>C</h6>');
  });

  it('joins the lines of a paragraph and parts paragraphs by blank lines', () => {
    expect(html('one\ntwo\r\n\r\nthree **four**')).toBe('<p>one two</p><p>three <strong>four</strong></p>');
  });

  it('reads lists, lists within them, and lines that go on', () => {
    expect(html('- a\n  goes on\n- b\n  - c\n  - d\n- e')).toBe(
      '<ul><li>a goes on</li><li>b<ul><li>c</li><li>d</li></ul></li><li>e</li></ul>',
    );
    expect(html('1. a\n2. b\n\nafter')).toBe('<ol><li>a</li><li>b</li></ol><p>after</p>');
    expect(html('before\n- a')).toBe('<p>before</p><ul><li>a</li></ul>');
  });

  it('reads tables, their alignment and bars within cells', () => {
    expect(html('| | n |\n|---|--:|\n| **a** | 1 |\n| b \\| c | 2 |\nafter')).toBe(
      '<div><table><thead><tr><td></td><th>n</th></tr></thead><tbody><tr><td><strong>a</strong></td><td>1</td></tr><tr><td>b | c</td><td>2</td></tr></tbody></table></div><p>after</p>',
    );
    const table = parseMarkdown('a | b | c\n:-- | :-: | --:\n1 | 2 | 3').find(
      (block): block is Extract<Block, { type: 'table' }> => block.type === 'table',
    );
    expect(table?.alignments).toEqual(['start', 'center', 'end']);
    expect(html('a | b\nno table')).toBe('<p>a | b no table</p>');
  });

  it('keeps code as it is, and takes no HTML of the text for HTML', () => {
    expect(html('```\n# no heading\n<b>\n```\nafter')).toBe(
      '<pre><code># no heading\n&lt;b&gt;</code></pre><p>after</p>',
    );
    expect(html('<img src=x onerror=alert(1)>')).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>');
    expect(html('')).toBe('');
    expect(html('```\nnever closed')).toBe('<pre><code>never closed</code></pre>');
  });

  it('understands the whole of the shipped card: no mark is left in its text', () => {
    const whole = html(card);
    const text = whole.replaceAll(/<code>[^<]*<\/code>/g, '').replaceAll(/<[^>]+>/g, ' ');
    expect(text).toContain('handpicked-taste');
    expect(text.match(/\*\*|\]\(|(?:^|\s)#{1,6}\s|\|---|\s\|\s/g)).toBeNull();
    expect(parseMarkdown(card).filter(({ type }) => type === 'table').length).toBeGreaterThan(5);
    // Nothing of it is lost.
    for (const line of card.split('\n')) {
      const [word] = /\p{L}{4,}/u.exec(line) ?? [];
      if (word !== undefined && !line.startsWith('```')) expect(whole).toContain(word);
    }
  });
});
