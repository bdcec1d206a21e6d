/** A file as a `data:` URL in the program itself, which the bundler makes of it. */
declare module '*.woff2?inline' {
  const url: string;
  export default url;
}
