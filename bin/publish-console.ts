import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { readConfiguration } from '../lib/config.ts';
import { consoleFileHeaders } from '../lib/console-files.ts';
import { EXIT, type Exit, runCommand } from './operator/command.ts';
import { WrongOptions } from './operator/options.ts';
import { readOutputs } from './operator/outputs.ts';
import { consoleFiles, deployedConsole } from './publish-console/files.ts';

const USAGE = `npm run publish-console -- FILE

Puts the built console (npm run build:console) and its configuration where CloudFront serves it from (npm run deploy
does it by itself). FILE is what cdk deploy --all --outputs-file FILE wrote, for the configuration in cdk.json.

Exit codes: 0 done, 2 wrong options, 3 S3 refused or did not answer.`;

const BUILT = join(import.meta.dirname, '../console/dist');

/** The operator's command after a deployment: the console's files are in no stack (ADR 0028). */
const publish = async ([file, ...others]: readonly string[]): Promise<Exit> => {
  if (file === '--help') {
    console.log(USAGE);
    return EXIT.done;
  }
  if (file === undefined || others.length > 0) throw new WrongOptions(USAGE);
  const { configuration } = readConfiguration('cdk.json');
  if (configuration.hosting === undefined) {
    console.log(`The console is served elsewhere, at ${configuration.consoleUrl}: cdk.json has no hosting.`);
    return EXIT.done;
  }
  const deployed = deployedConsole(configuration, readOutputs(file));
  const files = consoleFiles(BUILT, deployed.configuration);
  const client = new S3Client({ region: configuration.homeRegion });
  try {
    for (const { path, content } of files) {
      const { contentType, cacheControl } = consoleFileHeaders(path);
      await client.send(
        new PutObjectCommand({
          Bucket: deployed.bucketName,
          Key: path,
          Body: content,
          ContentType: contentType,
          CacheControl: cacheControl,
        }),
      );
    }
  } catch (error) {
    console.error(`The console is not there yet: ${error instanceof Error ? error.message : String(error)}`);
    console.error(`Repeat with npm run publish-console -- ${file}: it does no harm.`);
    return EXIT.noAnswer;
  } finally {
    client.destroy();
  }
  console.log(`console  ${deployed.url}`);
  if (new URL(deployed.url).origin !== new URL(configuration.consoleUrl).origin) {
    console.log(
      `Mails lead to ${configuration.consoleUrl}: make ${deployed.url} the consoleUrl, and deploy again.`,
    );
  }
  return EXIT.done;
};

await runCommand(publish);
