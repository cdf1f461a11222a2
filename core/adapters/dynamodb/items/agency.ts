import * as z from 'zod/mini';
import { accountId, agencyId } from '../../../domain/ids.ts';
import { time } from '../../../domain/time.ts';

/** The head of an agency, as the domain knows it. */
export const agencyItem = z.object({ agencyId, name: z.string(), createdAt: time });

/** One account of an agency: what lists of them show. */
export const agencyAccountItem = z.object({ accountId, name: z.string() });
