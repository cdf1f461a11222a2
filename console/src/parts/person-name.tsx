import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../addresses.ts';
import { useAccount } from '../api/account.tsx';
import { useMember } from '../api/members.ts';

/** The name of a member, as the way to their profile; their id for who may not see them. */
export const PersonName = ({ userId }: { userId: string }) => {
  const { accountId, may } = useAccount();
  return may('readMember') ? <NameOf accountId={accountId} userId={userId} /> : userId;
};

const NameOf = ({ accountId, userId }: { accountId: string; userId: string }) => {
  const { data } = useMember(userId);
  if (data === undefined) return userId;
  return (
    <Anchor component={Link} to={addressesIn(accountId).user(userId)} inherit>
      {`${data.body.firstName} ${data.body.lastName}`}
    </Anchor>
  );
};
