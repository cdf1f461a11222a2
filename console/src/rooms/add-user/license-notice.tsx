import { Alert } from '@mantine/core';
import { Hourglass } from 'lucide-react';
import { useRightNames } from '../../api/right-names.ts';
import type { Billing } from '../../api/seats.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { ADD_USER_WORDS } from './words.ts';

const BASE = 'lmp';

/** What will happen to a user for whom not every seat is free (A-10, B-4). */
export const LicenseNotice = ({ billing, kinds }: { billing: Billing; kinds: readonly string[] }) => {
  const words = useWords(ADD_USER_WORDS).seats;
  const names = useRightNames();
  const { list } = useFormats();
  // Of what is taken at sign-in nobody needs a seat before.
  const lacking = billing.kinds.filter(
    ({ kind, mode, free }) => mode === 'named' && free === 0 && kinds.includes(kind),
  );
  if (lacking.length === 0) return null;
  const named = list(lacking.map(({ kind }) => names.license(kind)));
  const text = () => {
    if (billing.licensePolicy === 'reject') return words.rejected(named);
    return lacking.some(({ kind }) => kind === BASE) ? words.deactivated : words.waits(named);
  };
  return (
    <Alert color="yellow" p="sm" icon={<Hourglass size={18} />}>
      {text()}
    </Alert>
  );
};
