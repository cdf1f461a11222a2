import { useMemberLicenses } from '../../api/licenses.ts';
import { useMe } from '../../api/me.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { AgentFeatures } from '../user/agent-features.tsx';
import { Card } from './card.tsx';
import { MY_SETTINGS_WORDS } from './words.ts';

/** One's own calling seat: turned off, it is for somebody else (B-2, B-3). */
export const OwnAgentFeatures = () => {
  const { seat: words } = useWords(MY_SETTINGS_WORDS);
  const { userId } = useMe();
  const { data, error, refetch } = useMemberLicenses(userId);
  return (
    <Card title={words.title} about={words.about}>
      {data === undefined && error === null && <Loading />}
      {data === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <AgentFeatures licenses={data} />}
    </Card>
  );
};
