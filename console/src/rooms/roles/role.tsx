import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { useRightHelp } from '../../api/right-names.ts';
import { useRole } from '../../api/roles.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Page } from '../../parts/page.tsx';
import { CopyRole, DeleteRole } from './role-actions.tsx';
import { RoleFacts } from './role-facts.tsx';
import { RoleForm } from './role-form.tsx';
import { useRoleName } from './use-role-name.ts';
import { WhoHasIt } from './who-has-it.tsx';
import { ROLES_WORDS } from './words.ts';

const OneRole = ({ roleId }: { roleId: string }) => {
  const words = useWords(ROLES_WORDS);
  const nameOf = useRoleName();
  const helpOf = useRightHelp();
  const { accountId, may } = useAccount();
  const role = useRole(roleId);
  const [isEdited, setEdited] = useState(false);
  const { body } = role;
  const done = () => setEdited(false);
  return (
    <Page
      title={nameOf(body)}
      about={helpOf('roles', body.role, body.help)}
      up={{ to: addressesIn(accountId).roles, name: words.title }}
      narrow
      actions={
        !isEdited && (
          <>
            {!body.builtIn && may('deleteRole') && <DeleteRole role={role} />}
            {may('copyRole') && <CopyRole role={body} />}
            {!body.builtIn && may('changeRole') && (
              <Button onClick={() => setEdited(true)}>{words.edit}</Button>
            )}
          </>
        )
      }
    >
      {isEdited ? (
        <RoleForm base={role} onDone={done} onCancel={done} />
      ) : (
        <>
          {body.builtIn && <Alert color="gray">{words.builtInText}</Alert>}
          <RoleFacts role={body} />
          <WhoHasIt role={body} />
        </>
      )}
    </Page>
  );
};

/** One role: what it gives and whom it concerns; to change, copy or delete. */
export default function RoleRoom() {
  const { roleId = '' } = useParams();
  return <OneRole key={roleId} roleId={roleId} />;
}
