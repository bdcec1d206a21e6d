/** The two families of the report, and which file of them has which character. */
import type { Font } from 'fontkit';
import { interfaceFonts, readingFonts, type FontData } from './font-data.ts';
import { openFont } from './open-font.ts';

export interface FontFile {
  /** By which the document knows it. */
  readonly name: string;
  readonly font: Font;
  readonly characters: ReadonlySet<number>;
}

export type FamilyName = 'reading' | 'interface';

export interface Fonts {
  readonly files: readonly FontFile[];
  /** Parts of a text with the file that has their characters: its own family first, then the other. */
  readonly parts: (text: string, family: FamilyName) => readonly FontPart[];
}

export interface FontPart {
  readonly name: string;
  readonly text: string;
}

let opened: Promise<Fonts> | undefined;

/** Opened once: they do not change. */
export function openFonts(): Promise<Fonts> {
  opened ??= openAll();
  return opened;
}

async function openAll(): Promise<Fonts> {
  const reading = await openFamily('reading', readingFonts);
  const plain = await openFamily('interface', interfaceFonts);
  const chains = { reading: [...reading, ...plain], interface: [...plain, ...reading] };
  const known = { reading: new Map<number, FontFile>(), interface: new Map<number, FontFile>() };
  const fileOf = (codePoint: number, family: FamilyName): FontFile | undefined => {
    const chain = chains[family];
    const file = known[family].get(codePoint) ?? chain.find(({ characters }) => characters.has(codePoint)) ?? chain[0];
    if (file !== undefined) known[family].set(codePoint, file);
    return file;
  };
  return {
    files: [...reading, ...plain],
    parts: (text, family) => partsOf(text, (codePoint) => fileOf(codePoint, family)),
  };
}

async function openFamily(family: FamilyName, data: readonly FontData[]): Promise<readonly FontFile[]> {
  return Promise.all(
    data.map(async (load, at) => {
      const font = await openFont((await load()).default);
      return { name: `${family} ${at}`, font, characters: new Set(font.characterSet) };
    }),
  );
}

/** Space and marks stay with what stands before them, where that file has them. */
const joining = /^[\s\p{M}]$/u;

function partsOf(text: string, fileOf: (codePoint: number) => FontFile | undefined): readonly FontPart[] {
  const parts: { name: string; text: string }[] = [];
  let current: FontFile | undefined;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const stays = current?.characters.has(codePoint) === true && joining.test(character);
    const file = stays ? current : fileOf(codePoint);
    const last = parts.at(-1);
    if (file === undefined) continue;
    if (last === undefined || file !== current) parts.push({ name: file.name, text: character });
    else last.text += character;
    current = file;
  }
  return parts;
}
