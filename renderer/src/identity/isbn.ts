const ZERO = 48;
const digitAt = (digits: string, index: number): number => digits.charCodeAt(index) - ZERO;

/** Whether the last digit of 10 (X allowed) or 13 digits is the one that the others demand. */
export function hasValidCheckDigit(isbn: string): boolean {
  if (/^\d{9}[\dX]$/.test(isbn)) {
    let sum = isbn.endsWith('X') ? 10 : digitAt(isbn, 9);
    for (let index = 0; index < 9; index += 1) sum += (10 - index) * digitAt(isbn, index);
    return sum % 11 === 0;
  }
  return /^97[89]\d{10}$/.test(isbn) && digitAt(isbn, 12) === checkDigit13(isbn);
}

/** The 13-digit form of an ISBN of 10 or 13 digits, so that editions meet whatever form an export gives. */
export function isbn13Of(isbn: string): string {
  if (isbn.length === 13) return isbn;
  const body = `978${isbn.slice(0, 9)}`;
  return `${body}${String(checkDigit13(body))}`;
}

/** @param digits of which the first twelve count */
function checkDigit13(digits: string): number {
  let sum = 0;
  for (let index = 0; index < 12; index += 1) sum += digitAt(digits, index) * (index % 2 === 0 ? 1 : 3);
  return (10 - (sum % 10)) % 10;
}
