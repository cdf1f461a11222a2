// Runs before the commands of package.json, so that they work on a fresh clone too: installs the packages when they are
// missing or older than package-lock.json, then sees to it that scripts run on the Node.js they are written for. On
// Linux the packages bring that Node.js along. Plain JavaScript, since an older Node.js must be able to run it.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

const refuse = (line) => {
  console.error(line);
  process.exit(1);
};

const changedAt = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** npm writes its own account of what it installed when it has finished. */
const isInstalled = () => changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json');

const npm = (...npmArguments) => {
  const path = process.env.npm_execpath;
  const [command, prefix] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []];
  return spawnSync(command, [...prefix, ...npmArguments, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
};

/** The line of npm's many that says what is wrong. */
const reason = ({ stderr, error }) => {
  const lines = `${stderr ?? ''}`.split('\n').map((line) => line.replace(/^npm error ?/, '').trim());
  return lines.find((line) => line !== '' && !line.startsWith('code ')) ?? error?.message ?? 'npm failed';
};

const install = () => {
  console.log('installing the packages');
  // A registry that lacks another platform's optional packages leaves gaps in package-lock.json: npm ci then refuses
  // it as a whole, while npm install fills the gaps and keeps every version that is pinned.
  if (npm('ci').status === 0) return;
  const second = npm('install', '--no-save');
  if (second.status !== 0) refuse(`the packages could not be installed: ${reason(second)}`);
};

if (!existsSync(join(root, 'node_modules')) || !isInstalled()) install();

const ownNode = join(root, 'node_modules', '.bin', 'node');
const node = existsSync(ownNode) ? ownNode : process.execPath;
const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
if (!(Number(/^v(\d+)\./.exec(version)?.[1]) >= OLDEST_NODE)) {
  refuse(
    `Node.js ${OLDEST_NODE} or newer is needed, and ${node} is ${version || 'none'}: install it (.nvmrc)`,
  );
}
