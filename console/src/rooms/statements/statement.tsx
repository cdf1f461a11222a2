import { Alert, Button } from '@mantine/core';
import { Download, Printer } from 'lucide-react';
import { useParams } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { usePrintedStatement, useStatement } from '../../api/billing.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Changes, Charges, Owned } from './statement-parts.tsx';
import { useMonthName } from './use-month-name.ts';
import { STATEMENTS_WORDS } from './words.ts';

/** Hands the browser a file to keep. */
const save = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** One statement: what is charged for a month, and why; to print, or to keep as the page that the API makes for paper. */
export default function StatementOfMonth() {
  const { month = '' } = useParams();
  const words = useWords(STATEMENTS_WORDS);
  const { accountId, membership } = useAccount();
  const { number } = useFormats();
  const monthName = useMonthName();
  const statement = useStatement(month);
  const printed = usePrintedStatement();
  const download = () =>
    printed.mutate(month, { onSuccess: (page) => save(page, `statement-${month}.html`) });
  return (
    <Page
      title={words.of(monthName(month))}
      about={words.account(membership.accountName)}
      up={{ to: addressesIn(accountId).statements, name: words.title }}
      narrow
      actions={
        <>
          <Button
            variant="default"
            leftSection={<Download size={16} aria-hidden />}
            onClick={download}
            loading={printed.isPending}
          >
            {words.download}
          </Button>
          <Button leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      {statement.open && (
        <Alert color="brand">
          {words.openText(number(statement.daysCharged), number(statement.daysInMonth))}
        </Alert>
      )}
      {printed.error !== null && <ProblemNotice error={printed.error} />}
      <Charges {...statement} />
      <Owned {...statement} />
      <Changes {...statement} />
    </Page>
  );
}
