import { useMemo } from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import { RIGHT_HELPS_ES } from '../language/right-helps-es.ts';
import { RIGHTS_ES } from '../language/rights-es.ts';
import { useCatalogue } from './catalogue.ts';

/** A role by its key or id, with the name that an account's own one has. */
interface NamedRole {
  readonly role?: string | undefined;
  readonly roleName?: string | undefined;
}

interface RightNames {
  readonly permission: (permission: string) => string;
  readonly page: (page: string) => string;
  readonly license: (kind: string) => string;
  /** Undefined while none is decided. */
  readonly role: (of: NamedRole) => string | undefined;
}

type ByKey = Readonly<Record<string, string>>;

/** What permissions, pages, licenses and roles are called: as the contract says it, or its translation. */
export const useRightNames = (): RightNames => {
  const { language } = useLanguage();
  const catalogue = useCatalogue();
  return useMemo(() => {
    const english = {
      permissions: Object.fromEntries(catalogue.permissions.map((one) => [one.permission, one.name])),
      pages: Object.fromEntries(catalogue.pages.map((one) => [one.page, one.name])),
      licenses: Object.fromEntries(catalogue.licenses.map((one) => [one.kind, one.name])),
      roles: Object.fromEntries(catalogue.roles.map((one) => [one.role, one.name])),
    } satisfies Record<keyof typeof RIGHTS_ES, ByKey>;
    const names: Record<keyof typeof RIGHTS_ES, ByKey> = language === 'es' ? RIGHTS_ES : english;
    const nameIn = (kind: keyof typeof RIGHTS_ES) => (key: string) =>
      names[kind][key] ?? english[kind][key] ?? key;
    return {
      permission: nameIn('permissions'),
      page: nameIn('pages'),
      license: nameIn('licenses'),
      role: ({ role, roleName }) => (role === undefined ? roleName : (names.roles[role] ?? roleName ?? role)),
    };
  }, [catalogue, language]);
};

/** What the contract says about a permission, a page, a license or a role, or its translation. */
export const useRightHelp = (): ((of: keyof typeof RIGHTS_ES, key: string, help: string) => string) => {
  const { language } = useLanguage();
  const helps: Record<keyof typeof RIGHTS_ES, ByKey> | undefined =
    language === 'es' ? RIGHT_HELPS_ES : undefined;
  return (of, key, help) => helps?.[of][key] ?? help;
};
