import { ConfigurationError, readConfiguration } from '../lib/config.ts';
import { rollcallApp } from '../lib/rollcall-app.ts';

/**
 * The CDK app. Reads cdk.json where it is started, as the CDK does, and leaves the cloud assembly in CDK_OUTDIR, or in
 * cdk.out.
 */
const OUTPUT = process.env.CDK_OUTDIR ?? 'cdk.out';

try {
  const { context, configuration } = readConfiguration('cdk.json');
  rollcallApp({ configuration, context, outdir: OUTPUT }).synth();
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
