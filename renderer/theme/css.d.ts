/** Style sheets are files of their own in the build; importing one gives nothing. */
declare module '*.css';
