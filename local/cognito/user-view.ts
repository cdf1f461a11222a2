import type { Client } from './client.ts';
import type { User } from './store/user.ts';

const SOFTWARE_TOKEN = 'SOFTWARE_TOKEN_MFA';

const attributeList = (user: User, shown: (name: string) => boolean) => [
  { Name: 'sub', Value: user.sub },
  ...Object.entries(user.attributes)
    .filter(([name]) => shown(name))
    .map(([Name, Value]) => ({ Name, Value })),
];

const mfaOf = (user: User) =>
  user.totp.enabled
    ? {
        UserMFASettingList: [SOFTWARE_TOKEN],
        ...(user.totp.preferred ? { PreferredMfaSetting: SOFTWARE_TOKEN } : {}),
      }
    : {};

/** AWS JSON writes times as seconds since 1970. */
const headOf = (user: User) => ({
  Username: user.username,
  UserCreateDate: user.createdAt / 1000,
  UserLastModifiedDate: user.modifiedAt / 1000,
  Enabled: user.enabled,
  UserStatus: user.status,
});

/** A user as AdminCreateUser and ListUsers show it. */
export const listedUser = (user: User, attributes?: ReadonlySet<string>) => ({
  ...headOf(user),
  Attributes: attributeList(user, () => true).filter(
    ({ Name }) => attributes === undefined || attributes.has(Name),
  ),
});

/** A user as AdminGetUser shows it. */
export const administeredUser = (user: User) => ({
  ...headOf(user),
  UserAttributes: attributeList(user, () => true),
  ...mfaOf(user),
});

/** A user as GetUser shows it to themselves: what the app client may read. */
export const ownUser = (user: User, client: Client) => ({
  Username: user.username,
  UserAttributes: attributeList(user, client.mayRead),
  ...mfaOf(user),
});
