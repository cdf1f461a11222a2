import { useAccount } from '../../api/account.tsx';
import { useAccountSettings } from '../../api/account-settings.ts';
import { useSettings } from '../../form/settings.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { LicenseHandling } from './license-handling.tsx';
import { SettingsForm } from './settings-form.tsx';
import { ACCOUNT_SETTINGS_WORDS } from './words.ts';

/** What counts for every user who has no setting of their own, and how the account handles licenses. */
export default function AccountSettingsRoom() {
  const words = useWords(ACCOUNT_SETTINGS_WORDS);
  const { accountId } = useAccount();
  const settings = useAccountSettings();
  const { data, error, refetch } = useSettings();
  return (
    <Page title={words.title} about={words.about} narrow>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      <LicenseHandling />
      {data !== undefined && <SettingsForm key={accountId} base={settings} settings={data.settings} />}
    </Page>
  );
}
