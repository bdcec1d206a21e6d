/**
 * The import arrows of the house (ARCHITECTURE.md), as the rule that lint enforces. `.oxlintrc.json` is written from
 * this table by `node scripts/arrows.mjs`; a test fails when the two differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Each room, and what its files may import besides themselves. */
export const rooms = {
  'shared/text': [],
  'shared/domain': ['#shared/text/', 'zod'],
  'shared/collation': ['#shared/text/', '#shared/domain/'],
  'shared/agreement': ['#shared/text/', '#shared/domain/'],
  'shared/contract': ['#shared/text/', '#shared/domain/', 'zod'],
  'electron/main': [
    'electron',
    '#electron/workbench/',
    '#electron/exchange/',
    '#electron/jobs/',
    '#shared/',
    'zod',
    'node:',
  ],
  'electron/preload': ['electron', '#shared/contract/'],
  'electron/workbench': ['#electron/store/', '#electron/exchange/', '#shared/', 'uuid', 'node:'],
  'electron/store': ['#shared/', 'better-sqlite3', 'node:'],
  'electron/exchange': [
    '#shared/',
    'zod',
    'node:',
    // Readers and writers of other programs' formats (docs/decisions/0021).
    '@fontsource-variable/',
    '@mozilla/readability',
    'chardet',
    'fontkit',
    'iconv-lite',
    'linkedom',
    'pdfjs-dist',
    'pdfkit',
    'postal-mime',
    'saxes',
    'secure-json-parse',
    'yauzl',
  ],
  'electron/jobs': ['#shared/', '#electron/workbench/', '#electron/exchange/', 'uuid', 'node:'],
  'electron/cli': ['#electron/workbench/', '#electron/exchange/', '#shared/', 'node:'],
  'renderer/client': ['#shared/contract/', '#shared/text/'],
  'renderer/state': ['#shared/', '#renderer/client/', 'zustand', 'react'],
  'renderer/editor': ['#shared/', '#renderer/state/', 'prosemirror-', 'react'],
  'renderer/theme': [],
  'renderer/ui': ['react'],
  'renderer/catalogue': ['#shared/'],
  'renderer/views': [
    '#shared/',
    '#renderer/state/',
    '#renderer/editor/',
    '#renderer/client/',
    '#renderer/ui/',
    '#renderer/catalogue/',
    'react',
    'zustand',
  ],
};

const roomNames = [...new Set(Object.keys(rooms).map((room) => room.split('/')[1] ?? ''))];

/** Node's own modules that also answer to a bare name. */
const bareModules =
  'assert buffer child_process crypto events fs http https module net os path process stream url util vm';

/** Every package of package.json, `node:` and the bare names of Node's own modules. */
const packageNames = (() => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return ['node:', ...bareModules.split(' '), ...Object.keys({ ...dependencies, ...devDependencies })];
})();

/** @param {string} text */
function escape(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

/** @param {readonly string[]} names */
function anyOf(names) {
  return `(${names.map(escape).join('|')})`;
}

/**
 * The patterns that forbid everything a room may not import: other rooms, packages, and relative paths that climb out
 * of the room. The linter's regular expressions know no "anything but", so what is forbidden is listed.
 * @param {string} room
 * @param {readonly string[]} allowed
 */
export function forbiddenImports(room, allowed) {
  const isAllowed = (/** @type {string} */ name) =>
    allowed.some((one) => name.startsWith(one) && (one !== 'electron' || name === 'electron'));
  const otherRooms = Object.keys(rooms)
    .map((other) => `#${other}/`)
    .filter((other) => other !== `#${room}/` && !isAllowed(other));
  const packages = packageNames.filter((name) => !isAllowed(name));
  const names = allowed.length === 0 ? 'nothing else' : allowed.join(' ');
  const message = `${room} may import its own files and ${names} (ARCHITECTURE.md, "The house").`;
  return [
    { regex: `^${anyOf([...otherRooms, '#seeds/'])}`, message },
    { regex: `^node:`, message },
    { regex: `^${anyOf(packages.filter((name) => name !== 'node:'))}(/|$)`, message },
    { regex: String.raw`^\.\./(\.\./)*${anyOf([...roomNames, 'electron', 'renderer', 'shared'])}/`, message },
    { regex: String.raw`^\.\./\.\./\.\./`, message },
  ].filter(({ regex }) => regex !== '^node:' || !allowed.includes('node:'));
}

/** The lint configuration, whole. */
export function lintConfiguration() {
  return {
    $schema: './node_modules/oxlint/configuration_schema.json',
    plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'react', 'jsx-a11y', 'vitest'],
    categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
    rules: {
      'no-restricted-imports': 'off',
      'import/no-default-export': 'error',
      'import/no-cycle': 'error',
      'typescript/no-explicit-any': 'error',
      'typescript/no-non-null-assertion': 'error',
      'typescript/consistent-type-imports': 'error',
      'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 500 }],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      // One await after another is the order that these places want, and the rules below would hide more than they show.
      'no-await-in-loop': 'off',
      'react/react-in-jsx-scope': 'off',
      'react-perf/jsx-no-new-function-as-prop': 'off',
      'typescript/no-unsafe-type-assertion': 'off',
      'import/no-unassigned-import': 'off',
      // `fc.nat()` reads better than a row of imported one-word names.
      'import/no-named-as-default-member': 'off',
      'no-shadow': 'off',
      'oxc/no-map-spread': 'off',
      'typescript/consistent-return': 'off',
      'unicorn/consistent-function-scoping': 'off',
      'no-underscore-dangle': 'off',
      'unicorn/no-array-sort': 'off',
      'unicorn/no-array-reverse': 'off',
      'typescript/prefer-readonly-parameter-types': 'off',
    },
    overrides: [
      ...Object.entries(rooms).map(([room, allowed]) => ({
        files: [`${room}/**/*.ts`, `${room}/**/*.tsx`],
        rules: { 'no-restricted-imports': ['error', { patterns: forbiddenImports(room, allowed) }] },
      })),
      {
        files: [
          '**/*.test.ts',
          '**/*.test.tsx',
          '**/*.test.mjs',
          '**/testing/**',
          '**/*.fixture.ts',
          'e2e/**',
          'scripts/**',
        ],
        rules: {
          'no-restricted-imports': 'off',
          'no-console': 'off',
          // Laws assert inside properties, tables of cases inside helpers.
          'vitest/expect-expect': 'off',
          'vitest/no-conditional-expect': 'off',
          'vitest/require-mock-type-parameters': 'off',
        },
      },
      { files: ['*.config.ts', '**/*.d.ts', 'e2e/**'], rules: { 'import/no-default-export': 'off' } },
    ],
    ignorePatterns: ['out/**', 'dist/**', '.cache/**', 'node_modules/**', 'seeds/*.txt'],
  };
}

/** @returns {string} */
export function lintConfigurationText() {
  return `${JSON.stringify(lintConfiguration(), null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../.oxlintrc.json', import.meta.url);
  writeFileSync(file, lintConfigurationText());
  console.log(`wrote ${readFileSync(file, 'utf8').split('\n').length} lines of lint configuration`);
}
