import { Button, SegmentedControl } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { useKnownRoles } from '../../api/roles.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Page } from '../../parts/page.tsx';
import { RoleList } from './role-list.tsx';
import { RoleMatrix } from './role-matrix.tsx';
import { ROLES_WORDS } from './words.ts';

/** The roles of an account: a list of them, or what they give side by side. */
export default function Roles() {
  const words = useWords(ROLES_WORDS);
  const { accountId, may } = useAccount();
  const roles = useKnownRoles();
  const [query, setQuery] = useSearchParams();
  const view = query.get('view') === 'matrix' ? 'matrix' : 'list';
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        may('createRole') && (
          <Button
            component={Link}
            to={addressesIn(accountId).addRole}
            leftSection={<Plus size={16} aria-hidden />}
          >
            {words.make}
          </Button>
        )
      }
    >
      <div>
        <SegmentedControl
          aria-label={words.views}
          value={view}
          onChange={(chosen) => setQuery(chosen === 'matrix' ? { view: chosen } : {}, { replace: true })}
          data={[
            { value: 'list', label: words.list },
            { value: 'matrix', label: words.matrix },
          ]}
        />
      </div>
      {view === 'list' ? <RoleList roles={roles} /> : <RoleMatrix roles={roles} />}
    </Page>
  );
}
