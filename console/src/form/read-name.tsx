import { useQuery } from '@tanstack/react-query';
import { type ComponentType, use } from 'react';
import { useAccount } from '../api/account.tsx';
import { type AssetKind, useAssets } from '../api/assets.ts';
import { useLocations } from '../api/locations.ts';
import { memberQuery } from '../api/members.ts';
import { useLanguage, useWords } from '../language/language-provider.tsx';
import { useFormats } from '../language/use-formats.ts';
import { SavedGreeting } from './greeting/saved-greeting.tsx';
import { MEMBER_FORM_WORDS } from './member-form-words.ts';
import { OwnerContext } from './owner-context.ts';
import { RIGHTS_READERS } from './read-rights.tsx';
import { SavedPicture } from './saved-picture.tsx';
import { textOf, textsOf } from './values.ts';

interface ReaderProps {
  readonly value: unknown;
}

type Reader = ComponentType<ReaderProps>;

const keysIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? textsOf(value) : [textOf(value)];

/** What is named by its key, by name; by the key, where one may not see it or it is archived. */
export const AssetNames = ({ kind, value }: ReaderProps & { kind: AssetKind }) => {
  const { data = [] } = useAssets(kind);
  const { list } = useFormats();
  const names = keysIn(value).map((key) => {
    const found = data.find((asset) => asset.key === key);
    return found !== undefined && 'name' in found ? found.name : key;
  });
  return list(names);
};

const ManagerName: Reader = ({ value }) => {
  const account = useAccount();
  const userId = textOf(value);
  const { data } = useQuery({ ...memberQuery(account, userId), enabled: account.may('readMember') });
  return data === undefined ? userId : `${data.body.firstName} ${data.body.lastName}`;
};

const LocationName: Reader = ({ value }) =>
  useLocations().data?.find(({ region }) => region === value)?.label ?? textOf(value);

const LanguageName: Reader = ({ value }) => {
  const { locale } = useLanguage();
  const tag = textOf(value);
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
};

const TimeZoneName: Reader = ({ value }) => textOf(value).replaceAll('_', ' ');

const DateText: Reader = ({ value }) => useFormats().date(`${textOf(value)}T12:00:00`);

const Greeting: Reader = ({ value }) => <SavedGreeting fileId={textOf(value)} />;

const Picture: Reader = ({ value }) => {
  const words = useWords(MEMBER_FORM_WORDS);
  const userId = use(OwnerContext);
  if (userId === undefined) return words.uploaded;
  return <SavedPicture userId={userId} fileId={textOf(value)} alt={words.picture} />;
};

/** Settings that name a person or a place, or are written in a way that nobody says. */
export const READERS: Readonly<Record<string, Reader>> = {
  ...RIGHTS_READERS,
  '/profile/language': LanguageName,
  '/profile/location': LocationName,
  '/employee/managerUserId': ManagerName,
  '/employee/timeZone': TimeZoneName,
  '/employee/hireDate': DateText,
  '/employee/picture': Picture,
  '/dialing/ifUnavailable/greeting': Greeting,
};

/** Settings that name something the account has, each with what it names. */
export const NAMED_ASSETS: Readonly<Record<string, AssetKind>> = {
  '/employee/schedule': 'schedule',
  '/employee/agentStatuses': 'agent-status',
  '/dialing/callerId': 'number',
  '/dialing/sipClient': 'sip-client',
  '/dialing/callRecording/campaigns/*/campaign': 'campaign',
  '/work/campaigns': 'campaign',
  '/work/dialerInitiatives': 'initiative',
  '/work/queues': 'queue',
  '/work/trackingNumbers': 'tracking-number',
  '/work/smartRouters': 'smart-router',
  '/work/agentGroups': 'agent-group',
};
