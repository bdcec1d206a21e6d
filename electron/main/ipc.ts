/**
 * The three doors between the windows and the main process. Nothing comes in but from our own page, in the form the
 * contract gives it; what goes wrong goes back as data.
 */
import { appRequestInputs, isAppRequest } from '#shared/contract/app-requests.ts';
import { channels } from '#shared/contract/bridge.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { isMethod, type Method } from '#shared/contract/methods.ts';
import { contractVersion } from '#shared/contract/version.ts';
import { type AppOutcome, type RunCommand, runCommandSchema } from '#shared/contract/window-commands.ts';
import { err, type Result } from '#shared/text/result.ts';
import type { AppWindow } from './app-window.ts';
import type { AnswerRequest } from './app-requests.ts';
import { callEnvelope, isTooLarge, requestEnvelope, requestValueLimit, runEnvelope } from './envelope.ts';
import { describeBug, type Log } from './log.ts';
import type { ProjectJobs } from './project-jobs.ts';
import type { ProjectReadings } from './project-readings.ts';
import type { Projects } from './projects.ts';
import { isTrustedSender, type SenderEvent } from './trusted-sender.ts';

/** What of Electron's `ipcMain` is used. */
export interface IpcMain {
  readonly handle: (
    channel: string,
    listener: (event: SenderEvent, ...messages: readonly unknown[]) => unknown,
  ) => void;
}

export interface IpcDeps {
  readonly projects: Pick<Projects, 'projectOf' | 'windowOf'>;
  /** Runs what writes when no job of the project is writing. */
  readonly between: ProjectJobs['between'];
  /** Takes back or brings back a large act in a thread; `null` where it is no large one. */
  readonly reverse: ProjectJobs['reverse'];
  /** Answers a long question that writes nothing, off this thread. */
  readonly read: ProjectReadings['ask'];
  readonly runCommand: (command: RunCommand, window: AppWindow) => Promise<Result<AppOutcome, Failure>>;
  /** The input has the request's shape. */
  readonly answerRequest: AnswerRequest;
  readonly log: Log;
  /** Told of every call that was answered with success, after the answer was made. */
  readonly onAnswered: (window: AppWindow, method: string) => void;
}

export function registerIpc(ipcMain: IpcMain, deps: IpcDeps): void {
  const { projects, between, reverse, read, runCommand, answerRequest, log, onAnswered } = deps;
  const isOurs = (contents: number): boolean => projects.windowOf(contents) !== null;

  /** Why a message is not looked at, or `null`. The log names the reason, never what the message held. */
  function turnedAway(event: SenderEvent, messages: readonly unknown[], most?: number): Failure | null {
    if (!isTrustedSender(event, isOurs)) return failures.untrusted;
    if (messages.length !== 1) return failures.malformed;
    return isTooLarge(messages[0], most) ? failures.tooLarge : null;
  }

  function refuse(channel: string, failure: Failure): Result<never, Failure> {
    log(`refused a message on ${channel}: ${failure.type}`);
    return err(failure);
  }

  function bug(what: string, error: unknown): Result<never, Failure> {
    log(`${what} failed: ${describeBug(error)}`);
    return err(failures.bug);
  }

  ipcMain.handle(channels.call, (event, ...messages) => {
    try {
      const reason = turnedAway(event, messages);
      if (reason !== null) return refuse(channels.call, reason);
      const envelope = callEnvelope.safeParse(messages[0]);
      if (!envelope.success) return refuse(channels.call, failures.malformed);
      const { version, method, input } = envelope.data;
      if (version !== contractVersion) return refuse(channels.call, failures.version);
      if (!isMethod(method)) return refuse(channels.call, failures.unknownMethod);
      const window = projects.windowOf(event.sender.id);
      const project = projects.projectOf(event.sender.id);
      if (window === null || project === null) return refuse(channels.call, failures.untrusted);
      const told = (result: Result<unknown, Failure>): Result<unknown, Failure> => {
        if (result.ok) onAnswered(window, method);
        return result;
      };
      const answer = (): Result<unknown, Failure> => {
        try {
          return told(project.workbench.call(method, input));
        } catch (error) {
          return bug(`the call ${method}`, error);
        }
      };
      if (longReading.has(method)) {
        return read(project, method, input, window.id).then(told, (error: unknown) => bug(`the call ${method}`, error));
      }
      if (reading.has(method)) return answer();
      const apart = method === 'history.undo' || method === 'history.redo' ? reverse(project, wayOf(method)) : null;
      return apart?.then(told, (error: unknown) => bug(`the call ${method}`, error)) ?? between(project, answer);
    } catch (error) {
      return bug('reading a call', error);
    }
  });

  ipcMain.handle(channels.run, async (event, ...messages) => {
    try {
      const reason = turnedAway(event, messages);
      if (reason !== null) return refuse(channels.run, reason);
      const envelope = runEnvelope.safeParse(messages[0]);
      if (!envelope.success) return refuse(channels.run, failures.malformed);
      if (envelope.data.version !== contractVersion) return refuse(channels.run, failures.version);
      const command = runCommandSchema.safeParse(envelope.data.command);
      if (!command.success) return refuse(channels.run, failures.unknownCommand);
      const window = projects.windowOf(event.sender.id);
      if (window === null) return refuse(channels.run, failures.untrusted);
      return await runCommand(command.data, window);
    } catch (error) {
      return bug('an app command', error);
    }
  });

  ipcMain.handle(channels.request, async (event, ...messages) => {
    try {
      const reason = turnedAway(event, messages, requestValueLimit);
      if (reason !== null) return refuse(channels.request, reason);
      const envelope = requestEnvelope.safeParse(messages[0]);
      if (!envelope.success) return refuse(channels.request, failures.malformed);
      const { version, request, input } = envelope.data;
      if (version !== contractVersion) return refuse(channels.request, failures.version);
      if (!isAppRequest(request)) return refuse(channels.request, failures.unknownCommand);
      const parsed = appRequestInputs[request].safeParse(input);
      if (!parsed.success) return refuse(channels.request, failures.malformed);
      const window = projects.windowOf(event.sender.id);
      const project = projects.projectOf(event.sender.id);
      if (window === null || project === null) return refuse(channels.request, failures.untrusted);
      // The schema of the request has said what the input is.
      return await answerRequest(request, parsed.data as never, window, project);
    } catch (error) {
      return bug('an app request', error);
    }
  });
}

/** Calls that write nothing. Any other waits for its turn while a job writes. */
const reading: ReadonlySet<string> = new Set<Method>([
  'project.read',
  'library.read',
  'changes.since',
  'equivalents.list',
]);

/** Calls that write nothing and may take longer than a hand should have to wait: a thread of their own answers them. */
const longReading: ReadonlySet<string> = new Set<Method>([
  'document.read',
  'document.variants',
  'copies.find',
  'annotation.elsewhere',
  'orphans.list',
  'export.options',
  'export.preview',
]);

function wayOf(method: 'history.undo' | 'history.redo'): 'undo' | 'redo' {
  return method === 'history.undo' ? 'undo' : 'redo';
}

const failures = {
  untrusted: { type: 'UntrustedSender', message: 'This page may not speak to the workbench.' },
  malformed: { type: 'BadMessage', message: 'The window sent a message the workbench cannot read. Reload the window.' },
  tooLarge: { type: 'MessageTooLarge', message: 'That is too much to send at once. Select a shorter passage.' },
  version: {
    type: 'WrongVersion',
    message: 'This window belongs to another version of Variorum. Close Variorum and start it again.',
  },
  unknownMethod: {
    type: 'UnknownMethod',
    message: 'The window asked for something the workbench does not know. Reload the window.',
  },
  unknownCommand: {
    type: 'UnknownCommand',
    message: 'The window asked for a command Variorum does not know. Reload the window.',
  },
  bug: {
    type: 'Bug',
    message:
      'Something went wrong inside Variorum, and this was not done. What was saved before is safe; try once more.',
  },
} as const satisfies Record<string, Failure>;
