import { accessSync, constants, mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { findStoreOwner } from '../../adapters/local/store-lock.ts';
import { checkConfigFiles, type DoctorContext } from './before-deploy.ts';
import { bad, type Check, fine, note } from './check.ts';

/** package.json's "engines". */
const LEAST_NODE = [20, 19] as const;

const checkNode: Check<DoctorContext> = {
  name: 'node',
  async run() {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const isNew = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
    return isNew
      ? fine(process.versions.node)
      : bad(`${process.versions.node} is too old`, `install Node ${LEAST_NODE.join('.')} or newer`);
  },
};

const checkStore: Check<DoctorContext> = {
  name: 'store',
  async run({ config }) {
    const { path } = config.storage;
    const owner = findStoreOwner(path);
    if (owner !== null)
      return fine(`process ${owner.pid} runs here since ${owner.startedAt}${owner.apiUrl === null ? '' : `, ${owner.apiUrl}`}`);
    try {
      mkdirSync(path, { recursive: true });
      accessSync(path, constants.W_OK);
      return note(`${path} is ready, nothing runs`, '`npm start` begins');
    } catch (error) {
      return bad(
        `${path} cannot be written (${error instanceof Error ? error.message : String(error)})`,
        'set storage.path in config/settings.json',
      );
    }
  },
};

const checkMail: Check<DoctorContext> = {
  name: 'mail',
  async run({ config }) {
    const { smtp } = config;
    if (smtp === null) return fine('no mail server is set');
    const error = await tryConnect(smtp.host, smtp.port);
    return error === null
      ? fine(`${smtp.host}:${smtp.port} answers`)
      : bad(`${smtp.host}:${smtp.port} does not answer (${error})`, 'look at "smtp" in config/settings.json');
  },
};

function tryConnect(host: string, port: number): Promise<string | null> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: 5_000 });
    const end = (result: string | null): void => {
      socket.destroy();
      done(result);
    };
    socket.once('connect', () => end(null));
    socket.once('timeout', () => end('no answer within 5 s'));
    socket.once('error', (error) => end(error.message));
  });
}

export const ON_MACHINE: readonly Check<DoctorContext>[] = [checkNode, checkConfigFiles, checkStore, checkMail];
