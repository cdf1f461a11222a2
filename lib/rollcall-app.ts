import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Configuration } from './config.ts';
import { ConsoleStack } from './console-stack.ts';
import { bundleFunctions } from './constructs/bundles.ts';
import { DirectoryStack } from './directory-stack.ts';
import { LocationStack } from './location-stack.ts';
import { MailStack } from './mail-stack.ts';

export interface RollcallAppProps {
  readonly configuration: Configuration;
  /** Where the cloud assembly goes. */
  readonly outdir: string;
  /** CDK's own settings, from cdk.json. Default: none. */
  readonly context?: Record<string, unknown>;
}

/** One deployment: what mail needs, the directory, every location, then the console. What AWS's rules object to, and nobody answers, fails the synth. */
export const rollcallApp = ({ configuration, outdir, context = {} }: RollcallAppProps): App => {
  const app = new App({ outdir, context, autoSynth: false, analyticsReporting: false, treeMetadata: false });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const bundles = bundleFunctions(app.outdir);
  const directory = new DirectoryStack(app, { configuration, bundles });
  directory.addStackDependency(new MailStack(app, { configuration, bundles }));
  const locations = configuration.locations.map(({ region }) => {
    const location = new LocationStack(app, { configuration, bundles, region });
    location.addStackDependency(directory);
    return location;
  });
  if (configuration.hosting !== undefined) {
    const hosted = new ConsoleStack(app, { configuration, ...configuration.hosting });
    for (const location of locations) hosted.addStackDependency(location);
  }
  return app;
};
