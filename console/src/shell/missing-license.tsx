import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '../api/problem.ts';
import { useRightNames } from '../api/right-names.ts';
import { useWords } from '../language/language-provider.tsx';
import { useFormats } from '../language/use-formats.ts';
import { LICENSE_WORDS } from './license-words.ts';
import classes from './missing-license.module.css';

type License = NonNullable<Problem['body']['licenses']>[number];
export type Holder = License['holders'][number];

interface MissingLicenseProps {
  readonly license: License;
  readonly maySignOut: (holder: Holder) => boolean;
  /** The session that is being ended. */
  readonly busyWith: string | undefined;
  readonly onSignOut: (holder: Holder) => void;
}

/** A license of which no seat is free, and whose sessions have the seats, as far as one may know. */
export const MissingLicense = ({ license, maySignOut, busyWith, onSignOut }: MissingLicenseProps) => {
  const words = useWords(LICENSE_WORDS);
  const names = useRightNames();
  const formats = useFormats();
  const [asked, setAsked] = useState<string>();
  const { kind, app, purchased, inUse, holders } = license;
  return (
    <section className={classes.license}>
      <Title order={3} size="h5">
        {names.license(kind)}
      </Title>
      <Text size="sm">
        {purchased === 0 ? words.none : words.inUse(formats.number(inUse), formats.number(purchased))}
        {app !== undefined && ` ${words.forApp}`}
      </Text>
      {holders.length > 0 && (
        <ul className={classes.holders}>
          {holders.map((holder) => (
            <li key={holder.sessionId}>
              <span>
                {holder.name}
                <Text span size="sm" c="dimmed">
                  {` · ${words.since(formats.dateTime(holder.since))}`}
                </Text>
              </span>
              {maySignOut(holder) && (
                <Button
                  size="xs"
                  {...(asked === holder.sessionId ? { color: 'red' } : { variant: 'default' })}
                  loading={busyWith === holder.sessionId}
                  onClick={() =>
                    asked === holder.sessionId ? onSignOut(holder) : setAsked(holder.sessionId)
                  }
                >
                  {asked === holder.sessionId ? words.signOutNow(holder.name) : words.signOutOf(holder.name)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {asked !== undefined && (
        <Text size="sm" role="status">
          {words.signOutMeans}
        </Text>
      )}
    </section>
  );
};
