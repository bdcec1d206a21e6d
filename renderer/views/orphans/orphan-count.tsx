import { Button } from 'react-aria-components';
import { commandText } from '#renderer/catalogue/commands.ts';
import { orphansText } from '#renderer/catalogue/orphans.ts';
import { Tip } from '#renderer/ui/tip.tsx';
import { useShell } from '../shell-state.ts';
import { useOrphans } from './orphans.ts';

/** How many passages newer versions have no place for; nothing where none. */
export function OrphanCount() {
  const shell = useShell();
  const orphans = useOrphans(null);
  if (orphans === null || orphans.length === 0) return null;
  return (
    <Tip text={commandText.orphans}>
      <Button className="status-pending" onPress={() => shell.open('orphans')}>
        {orphansText.count(orphans.length)}
      </Button>
    </Tip>
  );
}
