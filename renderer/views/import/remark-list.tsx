import type { PlacedRemark } from '#shared/contract/app-requests.ts';
import { importAnnotationsText } from '#renderer/catalogue/import-annotations.ts';

interface RemarkListProps {
  readonly name: string;
  readonly remarks: readonly PlacedRemark[];
  /** How many there are, those that are not listed among them. */
  readonly count: number;
}

/** What was found where; nothing where nothing was. */
export function RemarkList({ name, remarks, count }: RemarkListProps) {
  if (remarks.length === 0) return null;
  return (
    <section className="remarks" aria-label={name}>
      <h3 className="section-name">
        {name}
        <span className="section-more">{count.toLocaleString('en')}</span>
      </h3>
      <ul>
        {remarks.map(({ where, why }) => (
          <li key={`${where} ${why}`} className="remark">
            <span className="remark-where">{where}</span>
            <span className="remark-why">{why}</span>
          </li>
        ))}
      </ul>
      {count > remarks.length && <p className="remark-more">{importAnnotationsText.more(count - remarks.length)}</p>}
    </section>
  );
}
