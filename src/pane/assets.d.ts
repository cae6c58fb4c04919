// src/pane/assets.d.ts: what webpack makes of files that are not code.
declare module "*.xlsx" {
  const base64: string;
  // eslint-disable-next-line no-restricted-syntax -- what an asset module exports is not ours to choose
  export default base64;
}
declare module "*.md" {
  const text: string;
  // eslint-disable-next-line no-restricted-syntax -- what an asset module exports is not ours to choose
  export default text;
}
declare module "*.css";
