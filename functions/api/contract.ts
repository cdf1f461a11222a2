import { clock } from '../../core/adapters/clock.ts';
import { log } from '../../core/adapters/log.ts';
import { catalogue } from '../../core/contract/catalogue.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { readHelp } from '../../core/contract/help.ts';
import { openApiDocument } from '../../core/contract/openapi.ts';
import { contract } from '../../core/contract/resources/contract.ts';
import { allRoutes } from '../../core/contract/routes.ts';
import { settingsTable } from '../../core/contract/settings.ts';
import { once } from '../../core/domain/once.ts';
import { docsPage } from '../../core/http/docs-page.ts';
import { publicResource } from '../../core/http/resource.ts';
import { settingsSection } from '../../core/http/settings-section.ts';

/** Made when it is asked for: who wants the catalogue does not wait for it. */
const document = once(() => openApiDocument(allRoutes));

const settings = once(settingsTable);

const help = readHelp(readEnvironment('contract').HELP);

export const handler = publicResource(
  contract,
  {
    openapi: () => ({ result: JSON.stringify(document()) }),
    catalogue: () => ({ result: catalogue(allRoutes) }),
    settings: () => ({ result: settings() }),
    help: () => ({ result: help }),
    docs: () => ({ result: docsPage(document(), allRoutes, settingsSection(settings())) }),
  },
  { ports: { clock, log } },
);
