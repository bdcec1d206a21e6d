/** The direction in which a paragraph is written: that of its first letter (UAX 9, P2), by its script. */

const letter = /\p{L}/u;
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

export function isRightToLeft(paragraph: string): boolean {
  const first = letter.exec(paragraph)?.[0];
  return first !== undefined && rightToLeft.test(first);
}

export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}
