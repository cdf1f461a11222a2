import { useNavigate } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { useWords } from '../../language/language-provider.tsx';
import { Page } from '../../parts/page.tsx';
import { RoleForm } from './role-form.tsx';
import { ROLES_WORDS } from './words.ts';

/** Makes a role of the account’s own. */
export default function NewRole() {
  const words = useWords(ROLES_WORDS);
  const { accountId } = useAccount();
  const addresses = addressesIn(accountId);
  const navigate = useNavigate();
  return (
    <Page
      title={words.form.newTitle}
      about={words.about}
      up={{ to: addresses.roles, name: words.title }}
      narrow
    >
      <RoleForm
        onDone={({ role }) => void navigate(addresses.role(role), { replace: true })}
        onCancel={() => void navigate(addresses.roles)}
      />
    </Page>
  );
}
