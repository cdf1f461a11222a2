import { answers, nothing } from '../answer.ts';
import { locationList, whereQuery } from '../locations.ts';
import type { Route } from '../route.ts';

/** The server locations. */
export const locations = {
  list: {
    operationId: 'listLocations',
    method: 'GET',
    path: '/v1/locations',
    summary: 'List the server locations, nearest first',
    description:
      'The nearest to where the user sits routes calls best (B-7). Where that is, tell by coordinates or by a time zone; otherwise, or for a time zone that is no place, such as `Etc/UTC`, they come in the order of the configuration, the distance left out.',
    params: nothing,
    query: whereQuery,
    success: answers(200, 'Every location.', locationList),
    problems: [],
  },
} as const satisfies Record<string, Route>;
