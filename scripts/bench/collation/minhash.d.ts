/** The part of the package `minhash` that the bench uses; it comes without types. */
declare module 'minhash' {
  export class Minhash {
    constructor(options: { readonly numPerm: number; readonly seed: number });
    update(row: string): void;
  }
  export class LshIndex {
    constructor(options: { readonly bandSize: number });
    insert(key: string, signature: Minhash): void;
    query(signature: Minhash): readonly string[];
  }
}
