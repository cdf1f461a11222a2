import type { Endpoint } from './endpoints.ts';
import type { Page } from './pages.ts';
import type { Permission } from './permissions.ts';

/** A program that uses the API: only from its networks, only the endpoints granted (E-11, E-12). */
export interface ApiUser {
  accountId: string;
  apiUserId: string;
  name: string;
  endpoints: readonly Endpoint[];
  /** What it may give to the users it adds, and to the programs it makes; what it may call, its endpoints say alone. */
  grants: readonly Permission[];
  pages: readonly Page[];
  allowedNetworks: readonly string[];
  createdAt: string;
  createdBy: string;
  /** Tokens from before are refused: its secret was rotated. */
  signedOutAt?: string | undefined;
  /** Its ETag. */
  version: number;
}
