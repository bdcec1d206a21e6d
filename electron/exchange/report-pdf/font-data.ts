/**
 * The fonts of the window, which are shipped with the program (SIL Open Font License 1.1). Each is cut in files by script;
 * a family is tried in this order.
 */

export type FontData = () => Promise<{ readonly default: string }>;

export const readingFonts: readonly FontData[] = [
  () => import('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline'),
  () => import('@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2?inline'),
  () => import('@fontsource-variable/source-serif-4/files/source-serif-4-vietnamese-wght-normal.woff2?inline'),
  () => import('@fontsource-variable/source-serif-4/files/source-serif-4-greek-wght-normal.woff2?inline'),
  () => import('@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2?inline'),
  () => import('@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-ext-wght-normal.woff2?inline'),
];

export const interfaceFonts: readonly FontData[] = [
  () => import('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline'),
  () => import('@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline'),
  () => import('@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2?inline'),
  () => import('@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?inline'),
  () => import('@fontsource-variable/inter/files/inter-greek-ext-wght-normal.woff2?inline'),
  () => import('@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?inline'),
  () => import('@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2?inline'),
];
