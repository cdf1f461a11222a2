import { Text } from '@mantine/core';
import { useMe } from '../../api/me.ts';
import { Page } from '../../parts/page.tsx';

export default function Home() {
  const me = useMe();
  return (
    <Page title={me.firstName}>
      <Text>{me.email}</Text>
    </Page>
  );
}
