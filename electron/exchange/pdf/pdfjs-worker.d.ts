/** The library has no declarations for its worker, which is only handed on. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
