/** Which documents are states of one article: those that were published under one address. */
import { addressKey } from '#shared/domain/address.ts';
import type { Context } from './context.ts';

interface NewVersion {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly url: string | undefined;
}

/** The addresses of an import, whose documents are not in the project's tables yet. */
export interface ImportedVersions {
  /** Notes a new document. Returns the name of the newest one before it that has its address and another text. */
  readonly add: (document: NewVersion) => string | undefined;
  /** Ids of the documents with its address that were there or came before it, in the order in which they came. */
  readonly of: (document: string) => readonly string[];
}

export function versionsIn({ store }: Pick<Context, 'store'>): ImportedVersions {
  const byAddress = new Map<string, Omit<NewVersion, 'url'>[]>();
  const known = new Map<string, readonly string[]>();
  return {
    add: ({ id, name, sha256, url = '' }) => {
      const address = addressKey(url);
      if (address === '') return undefined;
      const versions = byAddress.get(address) ?? [...store.versions.at(address)];
      byAddress.set(address, versions);
      const older = versions.findLast((version) => version.sha256 !== sha256)?.name;
      known.set(
        id,
        versions.map((version) => version.id),
      );
      versions.push({ id, name, sha256 });
      return older;
    },
    of: (document) => known.get(document) ?? [],
  };
}
