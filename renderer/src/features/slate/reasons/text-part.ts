/** A stretch of a sentence; titles and tags are emphasised. */
export interface TextPart {
  readonly text: string;
  readonly emphasis: boolean;
}

export const plain = (text: string): TextPart => ({ text, emphasis: false });
export const emphasised = (text: string): TextPart => ({ text, emphasis: true });

/** The words without emphasis. */
export function plainText(parts: readonly TextPart[]): string {
  return parts.map(({ text }) => text).join('');
}
