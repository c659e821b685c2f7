import { Alert, PasswordInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { archiveText as words } from '../../text/archive';

/** Two fields for a passphrase that is made up now, under what losing it means. */
export function NewPassphrase({
  warning,
  onChange,
}: {
  readonly warning: string;
  /** Null until both fields hold the same. */
  readonly onChange: (passphrase: string | null) => void;
}): ReactNode {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const tell = (first: string, second: string): void => {
    onChange(first !== '' && first === second ? first : null);
  };
  return (
    <>
      <Alert color="amber" w="100%">
        {warning}
      </Alert>
      <PasswordInput
        w="100%"
        maw={320}
        label={words.passphrase}
        autoComplete="new-password"
        value={passphrase}
        onChange={(event) => {
          setPassphrase(event.currentTarget.value);
          tell(event.currentTarget.value, again);
        }}
      />
      <PasswordInput
        w="100%"
        maw={320}
        label={words.again}
        autoComplete="new-password"
        value={again}
        error={again !== '' && again !== passphrase ? words.notTheSame : undefined}
        onChange={(event) => {
          setAgain(event.currentTarget.value);
          tell(passphrase, event.currentTarget.value);
        }}
      />
    </>
  );
}
