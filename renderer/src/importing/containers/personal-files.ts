/**
 * Files that say where somebody lives, what they searched for, wrote, paid and whose devices they use. They travel in
 * the same archives as a library and are never unpacked.
 */
const EXT = String.raw`(?:[-_ ]?\d+)?\.(?:csv|json|html?|txt|xml|ndjson|jsonl)`;

const NAMES = [
  // Letterboxd, Trakt, TV Time, Spotify
  String.raw`profile\.csv`,
  String.raw`user[-_](?:settings|profile|data|personal[-_]data)${EXT}`,
  String.raw`(?:access_token|refresh_token|device_token|ip_address|user_personal_data)${EXT}`,
  String.raw`(?:userdata|payments?|useraddress|identity|identifiers|inferences|voiceinput|duonewfamily|userprompts|messagedata|follow)${EXT}`,
  // Any service
  String.raw`(?:[^/]*[-_ ])?search(?:es|[-_ ]?(?:history|queries|terms|log))${EXT}`,
  String.raw`(?:[^/]*[-_ ])?devices?(?:[-_ ]?(?:list|info|history|activity))?${EXT}`,
  String.raw`(?:ip|mail|home|postal|shipping|billing)?[-_ ]?address(?:es)?${EXT}`,
  String.raw`(?:billing|payment|credit)[^/]*${EXT}`,
  String.raw`log[-_ ]?ins?(?:[-_ ]history)?${EXT}`,
  String.raw`(?:[^/]*[-_ ])?messages?${EXT}`,
  // Google
  String.raw`label(?:l)?ed[-_ ]places${EXT}`,
  String.raw`(?:location[-_ ]history|timeline(?:[-_ ]edits)?)\.json`,
];

const FOLDERS = [
  'account',
  'clickstream',
  'customer_service',
  'devices',
  'ip_addresses',
  'messages',
  'payment_and_billing',
  'surveys',
  'social_media_connections',
  'location history[^/]*',
  'semantic location history',
  'inbox',
  'direct_messages',
];

const PERSONAL = new RegExp(`(?:^|/)(?:(?:${NAMES.join('|')})$|(?:${FOLDERS.join('|')})/)`, 'i');

/** @param path inside its archive or folder, with "/" */
export const isPersonal = (path: string): boolean => PERSONAL.test(path);
