import type { CatalogueManifest } from '../../../renderer/src/catalogue/catalogue-manifest';
import type { BuiltSource } from './built-source';
import { ownValue } from '../../../renderer/src/domain/own-value';

/** Where a licence can be read. */
const LICENCE_TEXTS: Readonly<Record<string, string>> = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  MIT: 'https://opensource.org/license/mit',
  'BSD-2-Clause': 'https://opensource.org/license/bsd-2-clause',
  'Apache-2.0': 'https://www.apache.org/licenses/LICENSE-2.0',
};

const TERMS_OF_FILE: Readonly<Record<string, string>> = {
  'catalogue.bin': 'Facts from sources under MIT, BSD, CC0 or CC BY. Pass it on with this notice.',
  'share-alike.bin':
    'Every entry has something from a source under CC BY-SA 4.0. The file as a whole is under CC BY-SA 4.0: pass it on ' +
    'under the same terms, with this notice. It may be deleted; the app goes on with the other file.',
  'personal.bin':
    'Holds facts of IMDb’s non-commercial files, which are for personal use. Do not pass it on in any form.',
};

/** What these two licences ask to be passed on with what is under them. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  MIT: [
    'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:',
    'The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.',
    'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.',
  ],
  'BSD-2-Clause': [
    'Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met: 1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer. 2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.',
    'THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.',
  ],
};

/** NOTICE.md: every source of the catalogue, whose it is, its licence, and what was taken. */
export function noticeOf({ version, builtFrom, files }: CatalogueManifest, sources: readonly BuiltSource[]): string {
  const byName = new Map(sources.map((source) => [source.name, source] as const));
  const parts = Object.entries(files).map(([file, { entries, sources: own }]) => {
    const lines = own.map(({ name, licence, entries: count }) => {
      const { origin = '', credit = '', note = '' } = byName.get(name) ?? {};
      const link = ownValue(LICENCE_TEXTS, licence);
      const licenceText = link === undefined ? licence : `[${licence}](${link})`;
      return `| ${[name, credit, origin, licenceText, String(count), note].map(cell).join(' | ')} |`;
    });
    return [
      `## ${file} (${String(entries)} things)`,
      '',
      ownValue(TERMS_OF_FILE, file) ?? '',
      '',
      '| source | by | from | licence | things | note |',
      '|---|---|---|---|--:|---|',
      ...lines,
    ].join('\n');
  });
  const licences = new Set(Object.values(files).flatMap(({ sources: own }) => own.map(({ licence }) => licence)));
  const permissions = Object.entries(PERMISSIONS)
    .filter(([licence]) => licences.has(licence))
    .map(([licence, text]) => [`## ${licence}`, ...text].join('\n\n'));
  return [
    '# Sources of the catalogue',
    '',
    `Catalogue ${version}, built from sources of up to ${builtFrom} by \`npm run build-catalogue\`, which writes this file too. ` +
      'What was taken are facts: titles, names of makers and actors, years, genres in our own words, ids, lengths, and ' +
      'counts and means of ratings. Facts of several sources were merged and changed: spellings of genres were mapped to ' +
      'one vocabulary, and rows that describe one thing became one entry. No descriptions, reviews or images.',
    '',
    ...[...parts, ...permissions].flatMap((part) => [part, '']),
  ].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
