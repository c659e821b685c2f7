/** Whether the last digit of 10 (X allowed) or 13 digits is the one that the others demand. */
export function hasValidCheckDigit(isbn: string): boolean {
  if (/^\d{9}[\dX]$/.test(isbn)) {
    const sum = Array.from(isbn).reduce(
      (total, digit, index) => total + (10 - index) * (digit === 'X' ? 10 : Number(digit)),
      0,
    );
    return sum % 11 === 0;
  }
  return /^97[89]\d{10}$/.test(isbn) && isbn.endsWith(String(checkDigit13(isbn.slice(0, 12))));
}

/** The 13-digit form of an ISBN of 10 or 13 digits, so that editions meet whatever form an export gives. */
export function isbn13Of(isbn: string): string {
  if (isbn.length === 13) return isbn;
  const body = `978${isbn.slice(0, 9)}`;
  return `${body}${String(checkDigit13(body))}`;
}

function checkDigit13(body: string): number {
  const sum = Array.from(body).reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}
