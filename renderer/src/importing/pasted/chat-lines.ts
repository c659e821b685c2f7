import { readingsOf, type LineReading } from './line-readings';

const TIME = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?`;
const DATE = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{1,4}`;
const STAMP = String.raw`(?:${DATE},?\s+)?${TIME}(?:,?\s+${DATE})?`;
/** Who says it; as names begin, so that "3:10 to Yuma: …" is no message. */
const SPEAKER = String.raw`~?\s?[\p{Lu}\p{Extended_Pictographic}+][^:\[\]]{0,39}:\s+`;
/** "[12:04] Ann: …", "[03/04/2026, 12:04:55] …". */
const IN_BRACKETS = new RegExp(String.raw`^[\u200e\s]*\[${STAMP}\]\s*(?:[-–]\s*)?(?:${SPEAKER})?`, 'iu');
/** "03/04/2026, 18:22 - Ann: …", "12:04 Ann: …". */
const PLAIN = new RegExp(String.raw`^${STAMP}\s*(?:[-–—]\s*)?${SPEAKER}`, 'u');

/** A line of a chat without its time and its speaker; null where it is none. What was said may be empty. */
export function withoutStamp(text: string): string | null {
  const stamp = IN_BRACKETS.exec(text) ?? PLAIN.exec(text);
  return stamp === null ? null : text.slice(stamp[0].length).trim();
}

const WATCH = '(?:see|watch|read|play|hear|try|check out|listen to)';
const WATCHED = '(?:seen|watched|read|played|heard|tried|listened to|saw|finished|see|watch|play|hear|try|listen to)';
const TRULY = String.raw`(?:(?:really|just|finally|absolutely|definitely|also|so|simply|all|both|ever)\s+)*`;
/** "You must see …", "have you read …?", "I loved …", "Watch …". */
const LEAD_INS = [
  String.raw`(?:(?:you|u|we|i|everyone|everybody)\s+)?${TRULY}(?:must|should|have to|has to|need to|needs to|gotta)\s+${TRULY}${WATCH}`,
  String.raw`(?:have|did)\s+(?:you|u|we)\s+${TRULY}${WATCHED}`,
  String.raw`(?:i|we)(?:['’]ve)?\s+${TRULY}(?:loved?|adored?|liked?|enjoyed|recommend|${WATCHED})`,
  String.raw`(?:please\s+)?${WATCH}`,
].map((words) => new RegExp(String.raw`^(?:(?:oh|hey|and|ok|omg)[,!]?\s+)?${words}\s+(?=\S)`, 'iu'));
const FINAL_MARKS = /\s*[!?.…]+$/u;

/** "Ann: Past Lives" of a chat without times. */
const SPEAKER_ALONE = /^~?\s?\p{Lu}[\p{L}'’-]*:\s+(?=\S)/u;

/** What a sentence may speak of. A guess: the catalogue must know it, and the owner says whether it is meant. */
export function guessedReadings(text: string): readonly LineReading[] {
  const message = text.replace(SPEAKER_ALONE, '');
  const leadIn = LEAD_INS.map((rule) => rule.exec(message)).find((found) => found !== null);
  const rest = message
    .slice(leadIn?.[0].length ?? 0)
    .replace(FINAL_MARKS, '')
    .trim();
  if (rest === '' || (leadIn === undefined && message === text)) return [];
  return readingsOf(rest).map((reading) => ({ ...reading, isGuess: true as const }));
}
