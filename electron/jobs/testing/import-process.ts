/**
 * Imports files into a project in a process of its own, and says what came of it: the import thread without a window,
 * with the thread that reads ahead of it.
 */
import { systemIdentity } from '#electron/workbench/clock.ts';
import { openProject } from '#electron/workbench/open.ts';
import { readArticles } from '../article-source.ts';
import { runImport } from '../import-run.ts';

const [readAhead, project = '', ...paths] = process.argv.slice(2);
const opened = openProject(project);
if (!opened.ok) throw new Error(opened.error.message);
const workbench = opened.value;
const act = systemIdentity.newId();
const summary = await runImport({
  articles: readArticles(paths, { script: readAhead }),
  write: (documents) => {
    const written = workbench.importDocuments(documents, undefined, act);
    process.stdout.write(`${JSON.stringify({ written: documents.length })}\n`);
    return written;
  },
  passages: () => workbench.overview().sharedPassages,
  isCancelled: () => false,
  report: () => {},
  now: () => performance.now(),
});
const overview = workbench.overview();
workbench.close();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify({ summary, overview, megabytes })}\n`);
