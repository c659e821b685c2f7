import { exportCsv } from './csv-list';
import type { ListExporter } from './exported-file';
import { exportHtml } from './html-list';
import { exportJson } from './list-file';
import { exportMarkdown } from './markdown-list';
import { exportPlainText } from './plain-text-list';

export const LIST_FORMATS = ['markdown', 'text', 'html', 'csv', 'json'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

export const LIST_EXPORTERS: Readonly<Record<ListFormat, ListExporter>> = {
  markdown: exportMarkdown,
  text: exportPlainText,
  html: exportHtml,
  csv: exportCsv,
  json: exportJson,
};
