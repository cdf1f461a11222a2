import { useIsCalling } from '../../api/catalogue.ts';
import { useMemberLicenses } from '../../api/licenses.ts';
import { useMe } from '../../api/me.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Card } from '../../parts/card.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { AgentFeatures } from '../user/agent-features.tsx';
import { MY_SETTINGS_WORDS } from './words.ts';

/**
 * One's own calling seat: turned off, it is for somebody else (B-2, B-3). Whoever needs no part of one is not asked, unless
 * they have it turned off.
 */
export const OwnAgentFeatures = () => {
  const { seat: words } = useWords(MY_SETTINGS_WORDS);
  const { userId } = useMe();
  const { data, error, refetch } = useMemberLicenses(userId);
  const isCalling = useIsCalling();
  if (data === undefined && error === null) return null;
  if (data?.agentFeatures === true && !data.licenses.some(({ kind }) => isCalling(kind))) return null;
  return (
    <Card title={words.title} about={words.about}>
      {data === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <AgentFeatures licenses={data} />}
    </Card>
  );
};
