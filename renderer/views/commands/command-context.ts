import { createContext, useContext } from 'react';
import type { CommandDependencies } from './command-list.ts';

export const CommandContext = createContext<CommandDependencies | null>(null);

/** @throws outside a `CommandContext` */
export function useCommands(): CommandDependencies {
  const dependencies = useContext(CommandContext);
  if (dependencies === null) throw new Error('No commands around this component.');
  return dependencies;
}
