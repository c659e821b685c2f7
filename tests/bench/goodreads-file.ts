import { inventedItems } from './kernels';

const COLUMNS = [
  'Book Id',
  'Title',
  'Author',
  'Author l-f',
  'Additional Authors',
  'ISBN',
  'ISBN13',
  'My Rating',
  'Average Rating',
  'Publisher',
  'Binding',
  'Number of Pages',
  'Year Published',
  'Original Publication Year',
  'Date Read',
  'Date Added',
  'Bookshelves',
  'Bookshelves with positions',
  'Exclusive Shelf',
  'My Review',
  'Spoiler',
  'Private Notes',
  'Read Count',
  'Owned Copies',
];

/** An export of `count` invented books in the 24 columns of Goodreads; the same one every time. */
export function generatedGoodreads(count: number): string {
  const rows = inventedItems(count, 7).map((item, index) => {
    const [author = ''] = item.creators;
    const rating = index % 4 === 0 ? 0 : 3 + (index % 3);
    const day = `20${String(10 + (index % 14))}/0${String(1 + (index % 9))}/1${String(index % 10)}`;
    const shelf = rating === 0 ? 'to-read' : 'read';
    return [
      String(1000 + index),
      item.title,
      author,
      author.split(' ').toReversed().join(', '),
      '',
      '=""',
      '=""',
      String(rating),
      (3 + (index % 20) / 10).toFixed(2),
      'Invented Press',
      'Paperback',
      '300',
      String(item.year ?? ''),
      String(item.year ?? ''),
      rating === 0 ? '' : day,
      day,
      item.tags.join(', '),
      '',
      shelf,
      '',
      '',
      '',
      rating === 0 ? '0' : '1',
      '0',
    ]
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(',');
  });
  return [COLUMNS.join(','), ...rows].join('\n') + '\n';
}
