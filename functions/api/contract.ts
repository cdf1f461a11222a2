import { clock } from '../../core/adapters/clock.ts';
import { log } from '../../core/adapters/log.ts';
import { openApiDocument } from '../../core/contract/openapi.ts';
import { allRoutes, routes } from '../../core/contract/routes.ts';
import { docsPage } from '../../core/http/docs-page.ts';
import { publicResource } from '../../core/http/resource.ts';

const document = openApiDocument(allRoutes);

export const handler = publicResource(
  routes.contract,
  {
    openapi: () => ({ result: JSON.stringify(document) }),
    docs: () => ({ result: docsPage(document, allRoutes) }),
  },
  { ports: { clock, log } },
);
