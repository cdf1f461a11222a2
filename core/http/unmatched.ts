import middy from '@middy/core';
import type { Route } from '../contract/route.ts';
import type { Log } from '../usecases/ports.ts';
import { type HttpEvent, type HttpResponse, httpEvent } from './event.ts';
import { HttpProblem } from './http-problem.ts';
import { problems } from './problems.ts';
import { requestLog } from './request-log.ts';

const matches = (template: string, path: string): boolean => {
  const parts = path.split('/');
  const wanted = template.split('/');
  return (
    parts.length === wanted.length &&
    wanted.every((part, index) => (part.startsWith('{') ? parts[index] !== '' : part === parts[index]))
  );
};

/** Answers what no route matched: 405 with the methods there are, or 404. */
export const unmatched = (routes: readonly Route[], log: Log) => {
  const handle = async (received: HttpEvent): Promise<HttpResponse> => {
    const { rawPath, requestContext } = httpEvent.parse(received);
    const methods = routes.filter(({ path }) => matches(path, rawPath)).map(({ method }) => method);
    // The gateway matches the path as it was sent: one that matches only when decoded is another path.
    const isSpelledOtherwise = methods.some((method) => method === requestContext.http.method);
    if (methods.length === 0 || isSpelledOtherwise)
      throw new HttpProblem('not-found', 'No resource has this path.');
    const allow = methods.join(', ');
    throw new HttpProblem('method-not-allowed', `This resource knows ${allow}.`, { allow });
  };
  return middy<HttpEvent, HttpResponse>().use(requestLog(log)).use(problems(log)).handler(handle);
};
