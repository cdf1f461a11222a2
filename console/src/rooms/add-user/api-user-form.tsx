import { Button, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAccount } from '../../api/account.tsx';
import { type ApiUserRequest, useCreateApiUser } from '../../api/api-users.ts';
import { useCatalogue } from '../../api/catalogue.ts';
import { isProblem } from '../../api/problem.ts';
import { useRightNames } from '../../api/right-names.ts';
import { ChooseSeveral } from '../../form/editors/choose.tsx';
import { textsOf } from '../../form/values.ts';
import { useWords } from '../../language/language-provider.tsx';
import { HelpTip } from '../../parts/help-tip.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import classes from './add-user.module.css';
import { ApiUserSecret } from './api-user-secret.tsx';
import { API_USER_WORDS } from './api-user-words.ts';
import { StepHeading } from './step-heading.tsx';

interface Asked extends Pick<ApiUserRequest, 'name' | 'endpoints' | 'allowedNetworks'> {
  readonly grants: NonNullable<ApiUserRequest['grants']>;
}

const OPTIONAL = { required: false };
const REQUIRED = { required: true };

/** A program gets endpoints and an allow list instead of the eight steps (E-11, E-12, E-20). */
export const ApiUserForm = ({ onBack }: { onBack: () => void }) => {
  const words = useWords(API_USER_WORDS);
  const names = useRightNames();
  const { membership } = useAccount();
  const catalogue = useCatalogue();
  const { mutate, data, error, isPending } = useCreateApiUser();
  const [key] = useState(() => crypto.randomUUID());
  const [asked, setAsked] = useState<Asked>({ name: '', endpoints: [], allowedNetworks: [], grants: [] });
  if (data !== undefined) return <ApiUserSecret made={data} />;

  const faults = isProblem(error) ? error.faults : [];
  const faultAt = (field: keyof Asked): string | undefined =>
    faults
      .filter(({ pointer }) => pointer === `/${field}` || pointer.startsWith(`/${field}/`))
      .map(({ detail }) => detail)
      .join('; ') || undefined;
  // Nobody gives what they do not hold themselves.
  const held: readonly string[] = membership.endpoints;
  const isEndpoint = (name: string): name is Asked['endpoints'][number] => held.includes(name);
  const heldPermissions: readonly string[] = membership.permissions;
  const isPermission = (name: string): name is Asked['grants'][number] => heldPermissions.includes(name);
  return (
    <form
      noValidate
      className={classes.form}
      data-alone
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ request: asked, key });
      }}
    >
      <Stack gap="lg">
        <StepHeading title={words.title}>{words.about}</StepHeading>
        {error !== null && <ProblemNotice error={error} faultsShown />}
        <TextInput
          label={words.name}
          description={words.nameHelp}
          required
          value={asked.name}
          onChange={(event) => setAsked({ ...asked, name: event.currentTarget.value })}
          error={faultAt('name')}
        />
        <ChooseSeveral
          setting={REQUIRED}
          label={words.endpoints}
          description={words.endpointsHelp}
          choices={catalogue.endpoints
            .filter(({ endpoint }) => isEndpoint(endpoint))
            .map(({ endpoint, summary, method, path }) => ({
              value: endpoint,
              label: summary,
              about: `${method} ${path}`,
            }))}
          value={asked.endpoints}
          onChange={(endpoints) => setAsked({ ...asked, endpoints: textsOf(endpoints).filter(isEndpoint) })}
          error={faultAt('endpoints')}
        />
        <TagsInput
          label={words.networks}
          description={words.networksHelp}
          required
          value={asked.allowedNetworks}
          onChange={(allowedNetworks) => setAsked({ ...asked, allowedNetworks })}
          splitChars={[',', ';', ' ']}
          acceptValueOnBlur
          error={faultAt('allowedNetworks')}
        />
        <ChooseSeveral
          setting={OPTIONAL}
          label={words.grants}
          description={words.grantsHelp}
          choices={catalogue.permissions
            .filter(({ permission }) => isPermission(permission))
            .map(({ permission, help }) => ({
              value: permission,
              label: names.permission(permission),
              about: help,
            }))}
          value={asked.grants}
          onChange={(grants) => setAsked({ ...asked, grants: textsOf(grants).filter(isPermission) })}
          error={faultAt('grants')}
        />
        <Text size="sm" c="dimmed">
          {words.secretComes} <HelpTip name={words.secret} text={words.secretHelp} />
        </Text>
      </Stack>
      <div className={classes.foot}>
        <Button variant="default" onClick={onBack}>
          {words.back}
        </Button>
        <Button type="submit" loading={isPending}>
          {words.add}
        </Button>
      </div>
    </form>
  );
};
