import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openProject } from '#electron/workbench/open.ts';
import { channels } from '#shared/contract/bridge.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { methodInputs } from '#shared/contract/methods.ts';
import { contractVersion as version } from '#shared/contract/version.ts';
import { appCommandSchema, type RunCommand } from '#shared/contract/window-commands.ts';
import { ok, type Result } from '#shared/text/result.ts';
import { quietly } from './command-result.ts';
import { messageLimit } from './envelope.ts';
import { type IpcDeps, type IpcMain, registerIpc } from './ipc.ts';
import { createProjects, type OpenProject, type Projects } from './projects.ts';
import { fakeWindow } from './testing/fake-window.ts';
import { testFolder, valueOf } from './testing/test-folder.ts';
import type { SenderEvent } from './trusted-sender.ts';

const window = fakeWindow(7);
const page: SenderEvent = { senderFrame: { url: 'app://workbench/', parent: null }, sender: { id: window.id } };

let place: ReturnType<typeof testFolder>;
let projects: Projects;
let project: OpenProject;
const logged: string[] = [];
const ran: RunCommand[] = [];
const requested: [string, unknown][] = [];
const answered: string[] = [];

beforeAll(() => {
  place = testFolder();
  projects = createProjects({ openProject, log: () => {} });
  project = valueOf(projects.open(place.sample()));
  projects.join(project, window);
  send = endpoint();
});
afterAll(() => {
  projects.leave(window.id);
  place.remove();
});
beforeEach(() => {
  for (const list of [logged, ran, requested, answered]) list.length = 0;
});

/** The main process's end of the three channels. */
function endpoint(overrides: Partial<IpcDeps> = {}) {
  const listeners = new Map<string, (event: SenderEvent, ...messages: readonly unknown[]) => unknown>();
  const ipcMain: IpcMain = { handle: (channel, listener) => void listeners.set(channel, listener) };
  registerIpc(ipcMain, {
    projects,
    between: (_project, write) => write(),
    reverse: () => null,
    read: async ({ workbench }, method, input) => workbench.call(method, input),
    runCommand: async (command) => {
      ran.push(command);
      return quietly;
    },
    answerRequest: async (request, input) => {
      requested.push([request, input]);
      return ok(null as never);
    },
    log: (line) => logged.push(line),
    onAnswered: (_window, method) => answered.push(method),
    ...overrides,
  });
  return async (channel: string, messages: readonly unknown[], event: SenderEvent = page) =>
    (await listeners.get(channel)?.(event, ...messages)) as Result<unknown, Failure>;
}

let send: ReturnType<typeof endpoint>;
const call = (method: unknown, input: unknown, event?: SenderEvent) =>
  send(channels.call, [{ version, method, input }], event);
const head = () => valueOf(project.workbench.call('project.read', {})).seq;
const firstDocument = () => project.workbench.documents()[0]?.id ?? '';
const typeOf = (result: Result<unknown, Failure>) => (result.ok ? 'ok' : result.error.type);

describe('a call', () => {
  it('is answered by the window’s project', async () => {
    const result = await call('document.read', { document: firstDocument() });
    expect(result).toEqual(project.workbench.call('document.read', { document: firstDocument() }));
    expect(answered).toEqual(['document.read']);
  });

  it('that the workbench refuses comes back as the workbench said it', async () => {
    const result = await call('document.read', { document: 'nothing' });
    expect(result).toEqual(project.workbench.call('document.read', { document: 'nothing' }));
    expect(result.ok).toBe(false);
    expect(answered).toEqual([]);
  });

  it('of another version of the contract is told so', async () => {
    const result = await send(channels.call, [{ version: version + 1, method: 'project.read', input: {} }]);
    expect(typeOf(result)).toBe('WrongVersion');
  });

  it.each(['', 'project', 'project.READ', 'toString', '__proto__', 'constructor', 'hasOwnProperty', 'project.read '])(
    'of an unknown method, %j, is refused',
    async (method) => {
      expect(typeOf(await call(method, {}))).toBe('UnknownMethod');
    },
  );

  it.each<[string, readonly unknown[]]>([
    ['nothing', []],
    ['undefined', [undefined]],
    ['a string', ['project.read']],
    ['a list', [[version, 'project.read', {}]]],
    ['two messages', [{ version, method: 'project.read', input: {} }, 1]],
    ['one field too many', [{ version, method: 'project.read', input: {}, path: '/etc/passwd' }]],
    ['no version', [{ method: 'project.read', input: {} }]],
    ['a version in words', [{ version: '1', method: 'project.read', input: {} }]],
    ['a method that is no string', [{ version, method: 7, input: {} }]],
    ['a method without end', [{ version, method: 'x'.repeat(201), input: {} }]],
  ])('with %s cannot be read', async (_what, messages) => {
    expect(typeOf(await send(channels.call, messages))).toBe('BadMessage');
  });

  it('that is too large is refused before it is looked at', async () => {
    expect(typeOf(await call('annotation.note', { annotation: 'a', note: 'x'.repeat(messageLimit) }))).toBe(
      'MessageTooLarge',
    );
  });

  it('that meets a bug is answered with a sentence, and the bug is logged', async () => {
    const workbench = {
      ...project.workbench,
      call: () => {
        throw new TypeError('x is not a function');
      },
    };
    const broken = endpoint({ projects: { windowOf: () => window, projectOf: () => ({ ...project, workbench }) } });
    const result = await broken(channels.call, [{ version, method: 'project.read', input: {} }]);
    expect(typeOf(result)).toBe('Bug');
    expect(result.ok ? '' : result.error.message).not.toContain('x is not a function');
    expect(logged.join()).toContain('x is not a function');
  });

  it('that is refused leaves no word of it in the log', async () => {
    const secret = 'Pentagon chief claims';
    await call(secret, { quote: secret });
    await send(channels.call, [{ [secret]: secret }]);
    await call('annotation.tag', { document: secret, quote: secret });
    await call('annotation.note', { annotation: 'a', note: secret.repeat(messageLimit / 10) });
    expect(logged.length).toBeGreaterThanOrEqual(3);
    expect(logged.join()).not.toContain(secret);
  });
});

describe('an app command', () => {
  it.each(appCommandSchema.options)('%s is run', async (command) => {
    expect(await send(channels.run, [{ version, command }])).toEqual(ok({ message: null, details: [] }));
    expect(ran).toEqual([command]);
  });

  it.each<[unknown, string]>([
    [{ version, command: 'format-disk' }, 'UnknownCommand'],
    [{ version, command: '' }, 'UnknownCommand'],
    [{ version: 0, command: 'new-window' }, 'WrongVersion'],
    [{ version, command: 'new-window', path: '/etc/passwd' }, 'BadMessage'],
    [{ version, command: ['new-window'] }, 'BadMessage'],
    ['new-window', 'BadMessage'],
    [null, 'BadMessage'],
  ])('%j is %s', async (message, type) => {
    expect(typeOf(await send(channels.run, [message]))).toBe(type);
    expect(ran).toEqual([]);
  });

  it('that fails by a bug is answered with a sentence', async () => {
    const broken = endpoint({ runCommand: () => Promise.reject(new Error('no such dialog')) });
    expect(typeOf(await broken(channels.run, [{ version, command: 'new-window' }]))).toBe('Bug');
    expect(logged.join()).toContain('no such dialog');
  });
});

describe('an app request', () => {
  const choices = { annotator: '', repairs: false, newDocuments: false };
  const input = { chosen: 'token', choices };

  it('is answered', async () => {
    expect(await send(channels.request, [{ version, request: 'preview-annotations', input }])).toEqual(ok(null));
    expect(requested).toEqual([['preview-annotations', input]]);
  });

  it.each<[unknown, string]>([
    [{ version, request: 'format-disk', input }, 'UnknownCommand'],
    [{ version, request: 'toString', input }, 'UnknownCommand'],
    [{ version: 0, request: 'preview-annotations', input }, 'WrongVersion'],
    [{ version, request: 'preview-annotations', input: { ...input, path: '/etc/passwd' } }, 'BadMessage'],
    [{ version, request: 'preview-annotations', input: { chosen: '/etc/passwd' } }, 'BadMessage'],
    [{ version, request: 'choose-articles', input: { folder: '/etc' } }, 'BadMessage'],
    [{ version, request: 'export', input: { choices: { format: 'csv', path: '/tmp/x' } } }, 'BadMessage'],
    [null, 'BadMessage'],
  ])('%j is %s', async (message, type) => {
    expect(typeOf(await send(channels.request, [message]))).toBe(type);
    expect(requested).toEqual([]);
  });

  it('that fails by a bug is answered with a sentence', async () => {
    const broken = endpoint({ answerRequest: () => Promise.reject(new Error('no such dialog')) });
    const message = { version, request: 'choose-annotations', input: { folder: false } };
    expect(typeOf(await broken(channels.request, [message]))).toBe('Bug');
    expect(logged.join()).toContain('no such dialog');
  });
});

describe('a stranger', () => {
  const strangers: Record<string, SenderEvent> = {
    'a frame inside the page': { ...page, senderFrame: { url: 'app://workbench/', parent: {} } },
    'another page': { ...page, senderFrame: { url: 'https://example.org/', parent: null } },
    'about:blank': { ...page, senderFrame: { url: 'about:blank', parent: null } },
    'a frame that is gone': { ...page, senderFrame: null },
    'a window that is not ours': { ...page, sender: { id: 99 } },
  };

  it.each(Object.entries(strangers))('%s is not heard on either channel', async (_name, event) => {
    const before = head();
    expect(typeOf(await call('history.undo', {}, event))).toBe('UntrustedSender');
    expect(typeOf(await send(channels.run, [{ version, command: 'close-window' }], event))).toBe('UntrustedSender');
    expect(logged).toHaveLength(2);
    expect(ran).toEqual([]);
    expect(head()).toBe(before);
  });
});

/** Values as a page taken over might send them: anything, and things that look nearly right. */
function hostile(): fc.Arbitrary<unknown> {
  const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(Number.NaN, -1, 0.5, Infinity, 2 ** 53));
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\0', '\ud800', '__proto__', '../x', ''),
  );
  const id = fc.oneof(text, fc.constant('known'), number);
  const nearly = fc.record(
    {
      document: id,
      annotation: id,
      label: id,
      span: fc.oneof(fc.record({ start: number, end: number }), fc.anything()),
      start: number,
      quote: text,
      note: text,
      reason: text,
      seq: fc.oneof(number, text),
      extra: fc.anything(),
    },
    { requiredKeys: [] },
  );
  const poisoned = fc
    .constantFrom('__proto__', 'constructor')
    .map((key) => JSON.parse(`{"${key}":{"polluted":1}}`) as unknown);
  return fc.oneof(
    nearly,
    poisoned,
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
  );
}

describe('whatever a page sends', () => {
  const methods = Object.keys(methodInputs);
  /** Undo of an empty history is refused; the sample’s import is left out, or fuzzing would undo it. */
  const fuzzed = methods.filter((method) => method !== 'history.undo' && method !== 'history.redo');

  it.each(fuzzed)('as input of %s is answered, never thrown at, and changes nothing', async (method) => {
    const before = head();
    await fc.assert(
      fc.asyncProperty(hostile(), async (input) => {
        const known = input !== null && typeof input === 'object' && 'document' in input && input.document === 'known';
        const result = await call(method, known ? { ...input, document: firstDocument() } : input);
        expect(typeOf(result)).not.toBe('Bug');
      }),
      { numRuns: 150 },
    );
    expect(head()).toBe(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('as a whole message on either channel is answered', async () => {
    const before = head();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(channels.call, channels.run),
        fc.array(hostile(), { maxLength: 3 }),
        async (channel, messages) => {
          expect(typeOf(await send(channel, messages))).toMatch(/^(?:BadMessage|MessageTooLarge)$/u);
        },
      ),
      { numRuns: 300 },
    );
    expect(ran).toEqual([]);
    expect(head()).toBe(before);
  });
});
