import { log } from '../../core/adapters/log.ts';
import { allRoutes } from '../../core/contract/routes.ts';
import { unmatched } from '../../core/http/unmatched.ts';

export const handler = unmatched(allRoutes, log);
