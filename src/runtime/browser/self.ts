// A page's script is none of the modules that its workers load.

export function isInMain(): boolean {
  return false;
}
