/** The library that opens PDF files, prepared for where there is no browser: it fetches nothing and runs nothing. */

/** What pdf.js asks of the runtime and Node 20 does not have. */
function completeRuntime(): void {
  const promise = Promise as { withResolvers?: unknown };
  promise.withResolvers ??= function withResolvers() {
    let settle: { resolve: (value: unknown) => void; reject: (reason: unknown) => void } | undefined;
    const made = new Promise((resolve, reject) => {
      settle = { resolve, reject };
    });
    return { promise: made, ...settle };
  };
}

/** Loaded once; takes some hundred milliseconds. */
export async function loadPdfjs() {
  completeRuntime();
  // Found under this name, the library's own worker runs in this thread instead of being looked for in a file.
  const holder = globalThis as { pdfjsWorker?: unknown };
  holder.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
