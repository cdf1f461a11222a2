import { Alert, Button, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { type BillingKind, useBilling, useChangeSeats, useSeatsPreview } from '../../api/billing.ts';
import { useWaitingLine } from '../../api/licenses.ts';
import { isProblem } from '../../api/problem.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ApplyBar } from './apply-bar.tsx';
import { History } from './history.tsx';
import { Holders } from './holders.tsx';
import { KindCard } from './kind-card.tsx';
import classes from './licenses.module.css';
import { seatsIn, type Wanted, wantedOf, withWanted } from './seats-wanted.ts';
import { type Applied, Served } from './served.tsx';
import { WaitingLine } from './waiting-line.tsx';
import { WaysToAdd } from './ways-to-add.tsx';
import { LICENSES_WORDS } from './words.ts';

const PAUSE_MILLISECONDS = 250;
/** How long somebody who waits may take to be served. */
const SERVING_MILLISECONDS = 15_000;

/** What the account owns of licenses, who has them and who waits; and where seats are bought (A-9, B-11, B-12). */
export default function Licenses() {
  const words = useWords(LICENSES_WORDS);
  const { money } = useFormats();
  const { accountId, may } = useAccount();
  const { body: billing, etag } = useBilling();
  const [wanted, setWanted] = useState<Wanted>({});
  const [shown, setShown] = useState<BillingKind>();
  const [applied, setApplied] = useState<Applied>();
  const mayLook = may('listWaitingLine');
  const line = useWaitingLine(mayLook);
  const seats = seatsIn(wanted);
  const [asked] = useDebouncedValue(seats, PAUSE_MILLISECONDS);
  const preview = useSeatsPreview(may('previewSeats') ? asked : undefined);
  const change = useChangeSeats();
  const { currency, plan, kinds } = billing;
  const isStale = JSON.stringify(seats) !== JSON.stringify(asked) || preview.isPlaceholderData;
  const discard = () => {
    setWanted({});
    change.reset();
  };
  const apply = () => {
    const waitedBefore = line.data?.pages.flatMap(({ items }) => items) ?? [];
    change.mutate(
      { seats: wanted, etag },
      {
        onSuccess: () => {
          setWanted({});
          setApplied({ waitedBefore, watchedUntil: Date.now() + SERVING_MILLISECONDS });
        },
      },
    );
  };
  const mayWho = ({ mode }: BillingKind) => may(mode === 'named' ? 'previewSeats' : 'listSessions');
  const faultOf = (kind: BillingKind) =>
    wanted[kind.kind] === undefined
      ? undefined
      : preview.data?.faults.find(({ pointer }) => pointer.endsWith(`/${kind.kind}`))?.detail;
  return (
    <Page
      title={words.title}
      about={words.about(plan.name, money(billing.total, currency))}
      actions={
        may('listStatements') && (
          <Button component={Link} to={addressesIn(accountId).statements} variant="default">
            {words.statements}
          </Button>
        )
      }
    >
      {applied !== undefined && <Served applied={applied} onClose={() => setApplied(undefined)} />}
      <Title order={2} size="h4" id="seats">
        {words.kinds}
      </Title>
      {!may('changeSeats') && <Text>{words.readOnly}</Text>}
      <ul className={classes.kinds}>
        {kinds.map((kind) => (
          <li key={kind.kind}>
            <KindCard
              kind={kind}
              currency={currency}
              seats={wantedOf(wanted, kind)}
              onChange={
                may('changeSeats') ? (number) => setWanted((was) => withWanted(was, kind, number)) : undefined
              }
              onWho={mayWho(kind) ? () => setShown(kind) : undefined}
              fault={faultOf(kind)}
            />
          </li>
        ))}
      </ul>
      {isProblem(change.error, 'changed-meanwhile') ? (
        <Alert color="yellow" role="alert">
          {words.change.conflict}
        </Alert>
      ) : (
        change.error !== null && <ProblemNotice error={change.error} />
      )}
      {preview.error !== null && seats !== undefined && <ProblemNotice error={preview.error} />}
      {seats !== undefined && (
        <ApplyBar
          preview={preview.data}
          isStale={isStale}
          isPending={change.isPending}
          onApply={apply}
          onDiscard={discard}
        />
      )}
      <WaysToAdd licensePolicy={billing.licensePolicy} />
      {mayLook && <WaitingLine />}
      {may('listLedger') && <History />}
      <Holders kind={shown} onClose={() => setShown(undefined)} />
    </Page>
  );
}
