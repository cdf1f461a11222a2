import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { ADDRESSES } from '../addresses.ts';

/** What a mail's link carries behind its `#`; empty where it carries nothing. */
const Context = createContext('');

const CARRYING: readonly string[] = [ADDRESSES.welcome, ADDRESSES.reset];

/** Takes the secret of a mail's link out of the address, and so out of the history; undefined where none can be. */
export const takeSecret = (): string | undefined => {
  const pathname = location.pathname.replace(/(?<=.)\/$/, '');
  if (!CARRYING.includes(pathname)) return undefined;
  const { hash } = location;
  history.replaceState(history.state, '', pathname);
  return hash;
};

/** `secret` has been taken before anything was drawn. */
export const SecretLink = ({ secret, children }: { secret: string; children: ReactNode }) => {
  const [link, setLink] = useState({ secret, visit: 0 });
  // Someone opens a mail's link again in a tab where the page is there already: it begins anew.
  useEffect(() => {
    const onChange = (): void => {
      const taken = takeSecret();
      if (taken !== undefined) setLink(({ visit }) => ({ secret: taken, visit: visit + 1 }));
    };
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return (
    <Context key={link.visit} value={link.secret}>
      {children}
    </Context>
  );
};

export const useSecretOfLink = (): string => useContext(Context);
