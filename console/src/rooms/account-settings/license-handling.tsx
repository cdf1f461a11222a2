import { Checkbox, Group, Radio, Stack } from '@mantine/core';
import { useAccount } from '../../api/account.tsx';
import {
  type LicenseHandling as Handling,
  useChangeLicenseHandling,
  useLicenseHandling,
} from '../../api/account-settings.ts';
import { useCatalogue } from '../../api/catalogue.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Card } from '../../parts/card.tsx';
import { HelpTip } from '../../parts/help-tip.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ACCOUNT_SETTINGS_WORDS } from './words.ts';

const APPS = ['crm-connector', 'screen-recorder', 'wallboard'] as const satisfies Handling['apps'];

/** What happens when no license is free, and which apps are installed (C-44): each choice counts at once. */
export const LicenseHandling = () => {
  const words = useWords(ACCOUNT_SETTINGS_WORDS);
  const { may } = useAccount();
  const { apps } = useCatalogue();
  const { data } = useLicenseHandling();
  const { mutate, isPending, error } = useChangeLicenseHandling();
  if (data === undefined || !may('changeAccount')) return null;
  return (
    <Card title={words.licenses} about={words.licensesAbout}>
      <Radio.Group
        label={words.policy}
        value={data.licensePolicy}
        onChange={(policy) => mutate({ licensePolicy: policy === 'reject' ? 'reject' : 'deactivate' })}
      >
        <Stack gap="xs" mt="xs">
          {(['deactivate', 'reject'] as const).map((policy) => (
            <Radio key={policy} value={policy} label={words.policies[policy]} disabled={isPending} />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox.Group
        label={words.apps}
        description={words.appsHelp}
        value={[...data.apps]}
        onChange={(chosen) => mutate({ apps: APPS.filter((app) => chosen.includes(app)) })}
      >
        <Stack gap="xs" mt="xs">
          {APPS.map((app) => {
            const { name = app, help = '' } = words.app(app) ?? apps.find((one) => one.app === app) ?? {};
            return (
              <Group key={app} gap={4}>
                <Checkbox value={app} label={name} disabled={isPending} />
                <HelpTip name={name} text={help} />
              </Group>
            );
          })}
        </Stack>
      </Checkbox.Group>
      {error !== null && <ProblemNotice error={error} />}
    </Card>
  );
};
