/** Records as documents: those that follow one another and name the same document are one. */
import { problem, type ReadItem, type ReadSpan } from '../set/read-document.ts';
import { shapeFault } from '../set/shape-fault.ts';
import { rearmCell } from './formula.ts';
import { columns, rowSchema, type ReadRow } from './row.ts';

export interface RowReader {
  /** @param cells in the order of `columns` @param count how many the record has */
  readonly take: (cells: readonly string[], count: number, where: string) => Iterable<ReadItem>;
  readonly end: () => Iterable<ReadItem>;
}

export function createRowReader(): RowReader {
  let current: { readonly row: ReadRow; readonly where: string; readonly spans: ReadSpan[] } | undefined;

  function* end(): Generator<ReadItem> {
    if (current === undefined) return;
    const { row, where, spans } = current;
    current = undefined;
    const names = new Map(spans.map(({ label, labelName }) => [label, labelName ?? label]));
    yield { type: 'labels', labels: [...names].map(([label, name]) => ({ label, name, key: '' })) };
    const { document: name, document_id: id, document_sha256: sha256 } = row;
    const known = { id, name, ...(sha256 === '' ? {} : { sha256 }) };
    yield {
      type: 'document',
      document: { where, ...known, text: null, unit: 'code-point', otherUnits: ['utf-16'], join: ' … ', spans },
    };
  }

  return {
    *take(cells, count, where) {
      if (count < columns.length) return yield problem(where, `it has ${count} cells, not ${columns.length}`);
      const rearmed: Record<string, string> = {};
      let isEscaped = false;
      for (const [at, column] of columns.entries()) {
        const cell = cells[at] ?? '';
        const exact = rearmCell(cell);
        rearmed[column] = exact;
        isEscaped ||= exact !== cell;
      }
      const parsed = rowSchema.safeParse(rearmed);
      if (!parsed.success) return yield problem(where, shapeFault(parsed.error));
      const row = parsed.data;
      if (row.escaped !== isEscaped)
        return yield problem(
          where,
          'a cell begins with the apostrophe of a disarmed formula, and “escaped” does not say so',
        );
      if (current !== undefined && !isSameDocument(current.row, row)) yield* end();
      current ??= { row, where, spans: [] };
      current.spans.push(spanOf(row, where));
    },
    end,
  };
}

function isSameDocument(one: ReadRow, other: ReadRow): boolean {
  return (
    one.document_id === other.document_id &&
    one.document === other.document &&
    one.document_sha256 === other.document_sha256
  );
}

function spanOf(row: ReadRow, where: string): ReadSpan {
  const { annotation, passage, start, end, ranges, label, annotator, status, coverage, counted, own } = row;
  const { quote, context_before: prefix, context_after: suffix, note, reason, made, label_name: labelName } = row;
  const said = { annotation, passage, label, labelName, annotator, status, coverage, counted, own, note, reason, made };
  const place = { start, end, utf16: { start: row.start_utf16, end: row.end_utf16 }, quote, prefix, suffix };
  return { where, ...place, ...said, ...(ranges === undefined ? {} : { ranges }) };
}
