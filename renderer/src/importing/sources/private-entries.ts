import type { ImportQuestion } from '../../domain/imported-row';

/** Asks whether what is marked private in a service comes in, too; not, until somebody says so. */
export const privateQuestion = (service: string, keepsPrivate: boolean): ImportQuestion => ({
  id: 'private',
  text: `Some entries are marked private on ${service}. Bring them in, too?`,
  options: [
    { value: 'no', label: 'No' },
    { value: 'yes', label: 'Yes' },
  ],
  answer: keepsPrivate ? 'yes' : 'no',
});
