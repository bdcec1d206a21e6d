import { applyEdits, type Edit, type MappedText } from './mapped-text.ts';
import type { Random } from './random.ts';

/** Typography: another hand sets the same words. Choices hold for a whole copy, as a site's house style does. */
export function editType(copy: MappedText, random: Random): MappedText {
  let set = copy;
  if (random.chance(0.5)) set = random.chance(0.5) ? curl(set) : straighten(set);
  if (random.chance(0.4)) set = retype(set, /\s?(?:—|–|--)\s?/gu, () => random.pick(['—', ' — ', ' – ', '--', ' -- ']));
  if (random.chance(0.25)) set = retype(set, / /gu, (space) => (random.chance(0.01) ? '\u00a0' : space));
  if (random.chance(0.6)) {
    const breaks = random.pick(['\n', '\n\n', '\n\n\n', '\n \n']);
    set = retype(set, /\n+/gu, () => breaks);
  }
  if (random.chance(0.04)) set = retype(set, /["&'<>“”’]/gu, (mark) => ENTITIES[mark] ?? mark);
  if (random.chance(0.06)) set = retype(set, /[\u00c0-\u024f]/gu, (letter) => letter.normalize('NFD'));
  if (random.chance(0.03)) set = hideMarks(set, random);
  return set;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
  '“': '&ldquo;',
  '”': '&rdquo;',
  '’': '&#8217;',
};

function curl(copy: MappedText): MappedText {
  const opened = retype(copy, /(?<=^|[\s([—])"/gu, () => '“');
  const closed = retype(opened, /"/gu, () => '”');
  const single = retype(closed, /(?<=^|[\s([—“])'/gu, () => '‘');
  return retype(single, /'/gu, () => '’');
}

function straighten(copy: MappedText): MappedText {
  return retype(
    retype(copy, /[“”]/gu, () => '"'),
    /[‘’]/gu,
    () => "'",
  );
}

/** Soft hyphens and zero-width spaces inside longer words. */
function hideMarks(copy: MappedText, random: Random): MappedText {
  return retype(copy, /(?<=\p{Ll}{3})\p{Ll}(?=\p{Ll}{3})/gu, (letter) =>
    random.chance(0.02) ? letter + random.pick(['\u00ad', '\u200b']) : letter,
  );
}

function retype(copy: MappedText, pattern: RegExp, write: (found: string) => string): MappedText {
  const edits: Edit[] = [];
  for (const found of copy.text.matchAll(pattern)) {
    const text = write(found[0]);
    if (text !== found[0]) {
      edits.push({ start: found.index, end: found.index + found[0].length, text, kind: 'retype' });
    }
  }
  return applyEdits(copy, edits);
}
