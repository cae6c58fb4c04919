// tests/textCoding.js: before any module of a test file is loaded: browsers have these, jsdom does not.
const { TextDecoder, TextEncoder } = require("node:util");

globalThis.TextDecoder ??= TextDecoder;
globalThis.TextEncoder ??= TextEncoder;
