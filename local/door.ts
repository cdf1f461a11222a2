import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

/** What handlers may know of the connection: Node's own request, with the caller's real address. */
export type HttpEnvironment = { Bindings: HttpBindings };

/** A port that is open already, so that its address is known, and answers 503 until an app is put behind it. */
export interface Door {
  readonly url: string;
  readonly port: number;
  readonly serve: (app: Hono<HttpEnvironment>) => void;
  readonly stop: () => Promise<void>;
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Opens a port on this machine only; port 0 takes any free one. Throws Node's EADDRINUSE when it is taken. */
export const openDoor = async (port: number): Promise<Door> => {
  let listener: ReturnType<typeof getRequestListener> | undefined;
  const server = createServer((request, response) => {
    if (listener === undefined) response.writeHead(503).end();
    else void listener(request, response);
  });
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      if (typeof bound === 'object' && bound !== null) resolve(bound);
    });
  });
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    serve: (app) => {
      listener = getRequestListener((request, bindings) => app.fetch(request, bindings), {
        overrideGlobalObjects: false,
      });
    },
    stop: () => closeServer(server),
  };
};
