/**
 * Runs a command that must not outlive its parent: `node supervise.ts command arguments…`. The parent holds our
 * standard input open. However the parent ends, kill -9 included, the system closes that pipe, and the command ends.
 */
import { spawn } from 'node:child_process';

const [command = '', ...commandArguments] = process.argv.slice(2);
const child = spawn(command, commandArguments, { stdio: ['ignore', 'inherit', 'inherit'] });

child.on('error', () => process.exit(127));
child.on('exit', (code) => process.exit(code ?? 1));
process.stdin.on('end', () => child.kill('SIGKILL'));
process.stdin.on('error', () => child.kill('SIGKILL'));
process.stdin.resume();
// A polite end: the engine closes its files itself.
process.on('SIGTERM', () => child.kill('SIGTERM'));
