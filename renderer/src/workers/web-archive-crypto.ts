import type { ArchiveCrypto } from '../exporting/archive/locked-file';

const KEY_BITS = 256;
const CHECK_BITS = 128;

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
/** WebCrypto takes no bytes of a shared buffer; a copy has one of its own. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** The lock's ciphers by WebCrypto. */
export const webArchiveCrypto: ArchiveCrypto = {
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  deriveKey: async (passphrase, salt, iterations) => {
    const { subtle } = crypto;
    const typed = await subtle.importKey('raw', utf8(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveBits']);
    const stretched = await subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt: own(salt), iterations },
      typed,
      KEY_BITS,
    );
    const base = await subtle.importKey('raw', stretched, 'HKDF', false, ['deriveKey', 'deriveBits']);
    const hkdf = (info: string): HkdfParams => ({
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(),
      info: utf8(info),
    });
    const check = await subtle.deriveBits(hkdf('handpicked-lock check'), base, CHECK_BITS);
    const key = await subtle.deriveKey(
      hkdf('handpicked-lock key'),
      base,
      { name: 'AES-GCM', length: KEY_BITS },
      false,
      ['encrypt', 'decrypt'],
    );
    const algorithm = (nonce: Uint8Array, header: Uint8Array): AesGcmParams => ({
      name: 'AES-GCM',
      iv: own(nonce),
      additionalData: own(header),
    });
    return {
      check: new Uint8Array(check),
      encrypt: async (nonce, header, plain) =>
        new Uint8Array(await subtle.encrypt(algorithm(nonce, header), key, own(plain))),
      decrypt: async (nonce, header, sealed) => {
        try {
          return new Uint8Array(await subtle.decrypt(algorithm(nonce, header), key, own(sealed)));
        } catch {
          // An OperationError: the tag does not fit.
          return null;
        }
      },
    };
  },
};
