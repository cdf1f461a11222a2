import { createContext } from 'react';

/** Whose profile a form is about; nobody's while somebody is being added. */
export const OwnerContext = createContext<string | undefined>(undefined);
