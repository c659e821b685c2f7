import { Fragment, type ReactNode } from 'react';
import { type Alignment, type Block, type Inline, parseMarkdown } from './markdown-blocks';
import classes from './markdown-text.module.css';
import { ScrollingTable } from '../scrolling-table';

/** The heading level of the page under which the text stands; its own levels follow below. */
const PAGE_HEADING_LEVEL = 2;
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/**
 * A text in Markdown as elements of the page: no HTML of the text is ever taken for HTML. `tableLabel` names its
 * tables, which scroll by themselves.
 */
export function MarkdownText({
  source,
  tableLabel,
}: {
  readonly source: string;
  readonly tableLabel: string;
}): ReactNode {
  return (
    <div className={classes['text']}>
      <Blocks blocks={parseMarkdown(source)} tableLabel={tableLabel} />
    </div>
  );
}

// The text never changes while it is shown, so places are as good as names for keys.
/* oxlint-disable react/no-array-index-key */

function Blocks({ blocks, tableLabel }: { readonly blocks: readonly Block[]; readonly tableLabel: string }): ReactNode {
  return blocks.map((block, index) => <OneBlock key={index} block={block} tableLabel={tableLabel} />);
}

function OneBlock({ block, tableLabel }: { readonly block: Block; readonly tableLabel: string }): ReactNode {
  switch (block.type) {
    case 'heading': {
      const Heading = HEADINGS[Math.min(HEADINGS.length, block.level + PAGE_HEADING_LEVEL) - 1] ?? 'h6';
      return (
        <Heading>
          <Words content={block.content} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Words content={block.content} />
        </p>
      );
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>
              <Words content={item.content} />
              <Blocks blocks={item.children} tableLabel={tableLabel} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <TextTable table={block} label={tableLabel} />;
  }
}

function TextTable({
  table,
  label,
}: {
  readonly table: Extract<Block, { type: 'table' }>;
  readonly label: string;
}): ReactNode {
  const style = (column: number): { readonly textAlign: Alignment } => ({
    textAlign: table.alignments[column] ?? 'start',
  });
  return (
    <ScrollingTable label={label}>
      <table>
        <thead>
          <tr>
            {table.header.map((cell, column) => {
              // A heading without text is left out.
              const Cell = cell.length === 0 ? 'td' : 'th';
              return (
                <Cell key={column} style={style(column)}>
                  <Words content={cell} />
                </Cell>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} style={style(column)}>
                  <Words content={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingTable>
  );
}

function Words({ content }: { readonly content: readonly Inline[] }): ReactNode {
  return content.map((part, index) => {
    switch (part.type) {
      case 'text':
        return <Fragment key={index}>{part.text}</Fragment>;
      case 'code':
        return <code key={index}>{part.text}</code>;
      case 'strong':
        return (
          <strong key={index}>
            <Words content={part.children} />
          </strong>
        );
      case 'emphasis':
        return (
          <em key={index}>
            <Words content={part.children} />
          </em>
        );
    }
  });
}
