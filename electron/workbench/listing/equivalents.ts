import { defaultEquivalents } from '#shared/collation/default-equivalents.ts';
import { standingEquivalents, type StandingEquivalent } from '#shared/domain/equivalent.ts';
import type { Context } from '../context.ts';

/** The table of equivalents as it stands: the program's that are not removed, then the project's own. */
export function listEquivalents({ store }: Pick<Context, 'store'>): readonly StandingEquivalent[] {
  return standingEquivalents(defaultEquivalents, store.rows.equivalents());
}
