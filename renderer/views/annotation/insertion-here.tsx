import type { InsertionCandidate } from '#shared/contract/methods.ts';
import { readerText } from '#renderer/catalogue/reader.ts';
import { useMirror, useWindowState } from '#renderer/state/hooks.ts';
import { documentOf } from '#renderer/state/selectors.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { focusPane } from '../panes.ts';

/** How many of the copies are named. */
const namedCopies = 6;

/** What only this copy has, where the caret stands in it: which copies lack it, and the way to tag it. */
export function InsertionHere({ insertion }: { readonly insertion: InsertionCandidate }) {
  const { acts } = useWindowState();
  const tag = async (): Promise<void> => {
    if (await acts.tagInsertion(insertion)) focusPane('reader');
  };
  return (
    <section className="insertion-here" aria-labelledby="insertion-here">
      <h2 className="pane-name" id="insertion-here">
        {readerText.insertionName}
      </h2>
      <p className="insertion-lacked">{readerText.insertionLackedBy(insertion.lackedBy.length)}</p>
      <ul className="insertion-copies">
        {insertion.lackedBy.slice(0, namedCopies).map((document) => (
          <CopyTitle key={document} document={document} />
        ))}
      </ul>
      <ActionButton keys="I" onPress={() => void tag()}>
        {readerText.insertionTag}
      </ActionButton>
    </section>
  );
}

function CopyTitle({ document }: { readonly document: string }) {
  const title = useMirror((mirror) => documentOf(mirror, document)?.title ?? document);
  return <li title={title}>{title}</li>;
}
