/** `1 file`, `2 files`: a number with its thing, `things` where an `s` does not make the plural. */
export function counted(count: number, thing: string, things = `${thing}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? thing : things}`;
}
