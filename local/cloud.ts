import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudAddresses, CloudPorts } from './addresses.ts';
import { createConsole } from './console.ts';
import { type Door, openDoor } from './door.ts';
import { hostRules } from './events/rules.ts';
import { createGateway } from './gateway/app.ts';
import { type Endpoints, readFunctions, sdkEnvironment } from './lambda/from-template.ts';
import { type Functions, hostFunctions } from './lambda/functions.ts';
import { createInvokeApi } from './lambda/invoke-api.ts';
import { createLogs, type LogLine } from './lambda/logs.ts';
import { nameLocations } from './name-locations.ts';
import { createParts, type Parts } from './parts.ts';
import { hostBuckets } from './s3/host.ts';
import { startSchedules } from './scheduler.ts';
import { startServices } from './services.ts';
import { startSimulator } from './ses/simulator.ts';
import { createStepFunctionsApi } from './stepfunctions/api.ts';
import { readDefinition } from './stepfunctions/definition.ts';
import type { Machine, OnState } from './stepfunctions/executions.ts';
import { hostStepFunctions } from './stepfunctions/service.ts';
import { openExecutionStore } from './stepfunctions/store.ts';
import { startChangeFeed } from './streams/change-feed.ts';
import type { QueueMessage } from './streams/store.ts';
import { readAssembly } from './template/assembly.ts';
import { consoleClientOf, type Home, readHome } from './template/home.ts';
import { resolveStacks } from './template/resolve.ts';

export interface CloudOptions {
  /** Directory of a synthesized cloud assembly. */
  readonly assembly: string;
  /** Where everything is kept; 'memory' keeps nothing. */
  readonly dataDirectory: string | 'memory';
  /** Free ones by default. */
  readonly ports?: CloudPorts;
  /** Directory of the built console. Without it, the console's address answers 404. */
  readonly consoleDirectory?: string;
  /** Gets a line for what someone at the terminal should know. */
  readonly log?: (line: string) => void;
  readonly hooks?: { readonly onState?: OnState };
}

export interface Cloud extends CloudAddresses {
  readonly endpoints: Endpoints;
  /** Region, credentials and `AWS_ENDPOINT_URL_…`: what leads an SDK client to this cloud. */
  readonly environment: Readonly<Record<string, string>>;
  /** Invokes a function by name or ARN and gives what it returns. Throws an error named as the function's. */
  readonly invoke: (functionName: string, payload: unknown) => Promise<unknown>;
  readonly functionNames: readonly string[];
  readonly stateMachineArns: readonly string[];
  /** What the functions wrote, the newest 10,000 lines. */
  readonly logs: () => readonly LogLine[];
  /** What the change feed could not follow, oldest first: the messages of the queues for it. */
  readonly setAside: () => readonly QueueMessage[];
  readonly stop: () => Promise<void>;
  /** Ends at once, as a crash would: executions stay as they are. */
  readonly kill: () => Promise<void>;
}

const ANY_PORT: CloudPorts = { console: 0, api: 0, mailbox: 0, cognito: 0 };

const readMachines = (home: Home): readonly Machine[] =>
  home.all('AWS::StepFunctions::StateMachine').map(({ ref, attributes, properties }) => ({
    arn: ref,
    name: attributes.Name ?? ref,
    definition: readDefinition(properties.DefinitionString),
  }));

const startIn = async (parts: Parts, options: CloudOptions): Promise<Cloud> => {
  const { dataDirectory, ports = ANY_PORT, log = () => {}, hooks = {} } = options;
  const inMemory = dataDirectory === 'memory';
  const keptIn = (name: string): string => (inMemory ? 'memory' : join(dataDirectory, name));
  if (!inMemory) mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });

  const open = (port: number): Promise<Door> => parts.add(openDoor(port));
  const [consoleDoor, apiDoor, lambdaDoor, stepFunctionsDoor, s3Door] = await Promise.all([
    open(ports.console),
    open(ports.api),
    open(0),
    open(0),
    open(0),
  ]);
  const home = readHome(resolveStacks(readAssembly(options.assembly), apiDoor.url));
  const pool = home.only('AWS::Cognito::UserPool');
  const clientId = consoleClientOf(home);

  // The user pool calls functions, which need the user pool's address: so these are called through a promise.
  const hosted = Promise.withResolvers<Functions>();
  const run: Functions['run'] = async (name, event) => (await hosted.promise).run(name, event);
  const invoke: Cloud['invoke'] = async (name, payload) => {
    const outcome = await run(name, JSON.stringify(payload ?? {}));
    if (outcome.ok) return JSON.parse(outcome.payload);
    throw Object.assign(new Error(outcome.error.errorMessage), { name: outcome.error.errorType });
  };

  /** Nobody waits for the answer: who looks at the terminal is told of a failure. */
  const invokeInPassing = (name: string, event: string): Promise<void> =>
    run(name, event).then(
      (outcome) => {
        if (!outcome.ok) log(`${name}: ${outcome.error.errorType}: ${outcome.error.errorMessage}`);
      },
      (error: unknown) => log(String(error)),
    );

  const store = openExecutionStore(keptIn('executions.sqlite'));
  await parts.add({ stop: store.close });
  const stepFunctions = hostStepFunctions(readMachines(home), {
    store,
    run,
    onState: hooks.onState ?? (() => {}),
  });
  const simulator = startSimulator(home, hostRules(home, invokeInPassing));
  await parts.add(simulator);
  const { dynamoDb, mailbox, cognito } = await startServices(parts, {
    home,
    ports,
    keptIn,
    inMemory,
    invoke,
    onSent: simulator.onSent,
  });
  if (mailbox.unreadable > 0) {
    log(`the mailbox leaves out ${mailbox.unreadable} kept mail(s) that could not be read`);
  }

  const buckets = hostBuckets(home, {
    databasePath: inMemory ? ':memory:' : keptIn('objects.sqlite'),
    consoleUrl: consoleDoor.url,
  });
  await parts.add(buckets);

  const endpoints: Endpoints = {
    dynamodb: dynamoDb.url,
    stepFunctions: stepFunctionsDoor.url,
    ses: mailbox.url,
    cognito: cognito.url,
    s3: s3Door.url,
    lambda: lambdaDoor.url,
  };
  const logs = createLogs(keptIn('logs'));
  const hostedFunctions = readFunctions(home, endpoints, consoleDoor.url);
  const functions = hostFunctions(hostedFunctions, logs);
  await parts.add({ stop: functions.end });
  hosted.resolve(functions);

  const changeFeed = await parts.add(
    startChangeFeed(home, {
      endpoint: dynamoDb.url,
      databasePath: keptIn('change-feed.sqlite'),
      run: functions.run,
      log,
    }),
  );
  const schedules = startSchedules(home, invokeInPassing);
  await parts.add(schedules);
  await parts.add({ stop: stepFunctions.end });

  const configuration = {
    apiUrl: apiDoor.url,
    userPoolId: pool.ref,
    clientId,
    userPoolEndpoint: cognito.url,
    region: home.region,
  };
  const issuer = {
    issuer: `https://${pool.attributes.ProviderName}`,
    url: `${cognito.url}/${pool.ref}`,
  };
  lambdaDoor.serve(createInvokeApi(functions, log));
  s3Door.serve(buckets.app);
  stepFunctionsDoor.serve(createStepFunctionsApi(stepFunctions, store));
  apiDoor.serve(createGateway(home, issuer, run, log));
  consoleDoor.serve(createConsole(options.consoleDirectory ?? '', configuration, s3Door.url));
  const functionNames = hostedFunctions.map(({ name }) => name);
  await nameLocations({ apiUrl: apiDoor.url, functionNames, invoke });
  const recovered = stepFunctions.recover();
  if (recovered > 0) {
    log(`resuming ${recovered === 1 ? '1 execution that was' : `${recovered} executions that were`} cut off`);
  }

  return {
    consoleUrl: consoleDoor.url,
    apiUrl: apiDoor.url,
    mailboxUrl: mailbox.url,
    cognitoUrl: cognito.url,
    region: home.region,
    userPoolId: pool.ref,
    clientId,
    endpoints,
    environment: sdkEnvironment(home.region, endpoints),
    invoke,
    functionNames,
    stateMachineArns: home.all('AWS::StepFunctions::StateMachine').map(({ ref }) => ref),
    logs: logs.read,
    setAside: changeFeed.setAside,
    stop: () => parts.end('stop'),
    kill: () => parts.end('kill'),
  };
};

/**
 * Hosts what the templates of a cloud assembly say, on this machine alone: the directory and the home location, with
 * the functions they name. Several may run in one process. Whatever fails, nothing that was started stays behind.
 */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const parts = createParts();
  try {
    return await startIn(parts, options);
  } catch (error) {
    await parts.end('stop');
    throw error;
  }
};
