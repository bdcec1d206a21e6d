/** Every command there is, in the order of the help. */
import type { Command } from '../command.ts';
import { annotationsCommand } from './annotations.ts';
import { convertCommand } from './convert.ts';
import { copiesCommand } from './copies.ts';
import { countsCommand } from './counts.ts';
import { documentsCommand } from './documents.ts';
import { equivalentsCommand } from './equivalents.ts';
import { exportCommand } from './export.ts';
import { redoCommand, undoCommand } from './history.ts';
import { groupsCommand } from './groups.ts';
import { importAnnotationsCommand } from './import-annotations.ts';
import { importCommand } from './import.ts';
import { attachCommand, detachCommand } from './judge.ts';
import { logCommand } from './log.ts';
import { newCommand } from './new.ts';
import { originalCommand } from './original.ts';
import { dismissCommand, orphansCommand, placeCommand } from './orphans.ts';
import { passimCommand } from './passim.ts';
import { passagesCommand } from './passages.ts';
import { rebuildCommand } from './rebuild.ts';
import { tagCommand } from './tag.ts';
import { untagCommand } from './untag.ts';
import { validateCommand } from './validate.ts';
import { variantsCommand } from './variants.ts';

export const commands: readonly Command[] = [
  newCommand,
  importCommand,
  documentsCommand,
  originalCommand,
  passagesCommand,
  copiesCommand,
  groupsCommand,
  variantsCommand,
  tagCommand,
  untagCommand,
  detachCommand,
  attachCommand,
  orphansCommand,
  placeCommand,
  dismissCommand,
  undoCommand,
  redoCommand,
  annotationsCommand,
  countsCommand,
  equivalentsCommand,
  exportCommand,
  importAnnotationsCommand,
  convertCommand,
  validateCommand,
  passimCommand,
  logCommand,
  rebuildCommand,
];

export function findCommand(name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}
