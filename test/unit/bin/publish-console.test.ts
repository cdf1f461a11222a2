import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WrongOptions } from '../../../bin/operator/options.ts';
import { consoleFiles, deployedConsole } from '../../../bin/publish-console/files.ts';
import { consoleFileHeaders } from '../../../lib/console-files.ts';

const HERE = { stage: 'dev', homeRegion: 'eu-west-1' };

const OUTPUTS = {
  'Rollcall-dev-Directory': {
    TableName: 'rollcall-dev',
    UserPoolId: 'eu-west-1_pool',
    ConsoleClientId: 'client',
    ApiClientId: 'other',
  },
  'Rollcall-dev-Location-eu-west-1': { ApiUrl: 'https://home.execute-api.eu-west-1.amazonaws.com/' },
  'Rollcall-dev-Location-us-east-1': { ApiUrl: 'https://away.execute-api.us-east-1.amazonaws.com/' },
  'Rollcall-dev-Console': { BucketName: 'rollcall-dev-console-1', Url: 'https://console.rollcall.example' },
};

const CONFIGURATION = {
  apiUrl: 'https://home.execute-api.eu-west-1.amazonaws.com',
  userPoolId: 'eu-west-1_pool',
  clientId: 'client',
  userPoolEndpoint: 'https://cognito-idp.eu-west-1.amazonaws.com',
  region: 'eu-west-1',
};

describe('the console is told of its deployment', () => {
  it('what the stacks have told: the API and the user pool of the home region', () => {
    expect(deployedConsole(HERE, OUTPUTS)).toEqual({
      bucketName: 'rollcall-dev-console-1',
      url: 'https://console.rollcall.example',
      configuration: CONFIGURATION,
    });
  });

  it('nothing where the outputs are not those of a whole deployment', () => {
    const { 'Rollcall-dev-Directory': _, ...others } = OUTPUTS;
    expect(() => deployedConsole(HERE, others)).toThrow(
      new WrongOptions('There is no output UserPoolId of Rollcall-dev-Directory: deploy all stacks'),
    );
  });
});

describe('the console’s files', () => {
  const built = () => {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-console-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
    writeFileSync(join(folder, 'assets/main-1a2b.js'), 'export {};');
    // Somebody may have left the one of another deployment there.
    writeFileSync(join(folder, 'config.json'), '{"apiUrl":"http://127.0.0.1:4601"}');
    return folder;
  };

  it('go out before the page that names them, with this deployment’s configuration', () => {
    const files = consoleFiles(built(), CONFIGURATION);
    expect(files.map(({ path }) => path).toSorted()).toEqual([
      'assets/main-1a2b.js',
      'config.json',
      'favicon.svg',
      'index.html',
    ]);
    expect(files.at(-1)?.path).toBe('index.html');
    const configuration = files.find(({ path }) => path === 'config.json');
    expect(JSON.parse(String(configuration?.content))).toEqual(CONFIGURATION);
  });

  it('are kept by browsers for a year where their name tells their content, and else asked for anew', () => {
    expect(consoleFileHeaders('assets/main-1a2b.js')).toEqual({
      contentType: 'text/javascript; charset=utf-8',
      cacheControl: 'public, max-age=31536000, immutable',
    });
    expect(consoleFileHeaders('index.html')).toEqual({
      contentType: 'text/html; charset=utf-8',
      cacheControl: 'no-cache',
    });
    expect(consoleFileHeaders('config.json').cacheControl).toBe('no-cache');
  });

  it('have to be built first', () => {
    expect(() => consoleFiles(mkdtempSync(join(tmpdir(), 'rollcall-none-')), CONFIGURATION)).toThrow(
      /npm run build:console/,
    );
  });
});
