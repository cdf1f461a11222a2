import type { MiddlewareObj } from '@middy/core';
import type { Log } from '../usecases/ports.ts';
import type { HttpEvent, HttpResponse } from './event.ts';

/** One line per request: which route, with what answer, in how many milliseconds. */
export const requestLog = (log: Log): MiddlewareObj<HttpEvent, HttpResponse> => {
  const started = new WeakMap<HttpEvent, number>();
  return {
    before: ({ event }) => {
      started.set(event, performance.now());
    },
    after: ({ event, response }) => line(event, response),
    onError: ({ event, response }) => line(event, response),
  };

  function line(event: HttpEvent, response: HttpResponse | null | undefined): void {
    const milliseconds = Math.round(performance.now() - (started.get(event) ?? performance.now()));
    log('REQUEST', {
      route: event.routeKey,
      status: response?.statusCode,
      milliseconds,
      requestId: event.requestContext.requestId,
    });
  }
};
