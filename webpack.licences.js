// webpack.licences.js: a webpack plugin: the licences of every package whose code is in a bundle, as one file beside it. What is shipped is known by what
// was built, so that no list has to be kept.
const fs = require("node:fs");
const path = require("node:path");
const webpack = require("webpack");

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** For packages that name the licence and leave its text out. */
const MIT = (holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The package that a file belongs to, by its place below the last node_modules; a folder inside a package may have a package.json too. */
function packageOf(file) {
  const [, up, name] = /^(.*[\\/]node_modules[\\/])((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file);
  const folder = path.join(up, name);
  return { folder, ...JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) };
}

/** Stops the build where a package says neither what its licence is nor how it reads. */
function licenceText({ folder, name, license, author }) {
  const files = fs.readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  if (files.length > 0)
    return files.map((file) => fs.readFileSync(path.join(folder, file), "utf8").trim()).join("\n\n");
  const holder = typeof author === "string" ? author.replace(/\s*<.*$/, "") : author?.name;
  if (license === "MIT" && holder) return MIT(holder);
  throw new Error(`${name} is shipped and its licence is not known: add its text`);
}

class Licences {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("licences", (compilation) => {
      const files = new Set();
      compilation.hooks.finishModules.tap("licences", (modules) => {
        for (const { resource } of modules)
          if (resource?.includes(`${path.sep}node_modules${path.sep}`)) files.add(resource.split("?")[0]);
      });
      compilation.hooks.processAssets.tap(
        { name: "licences", stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          const packages = new Map();
          for (const file of files) {
            const found = packageOf(file);
            packages.set(`${found.name} ${found.version}`, found);
          }
          const parts = [...packages]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([title, found]) => {
              const line = "=".repeat(title.length);
              return `${title}\n${line}\n\n${licenceText(found)}\n`;
            });
          const own = fs.readFileSync(path.join(__dirname, "LICENSE"), "utf8").trim();
          const text = [`Samkalkyl\n=========\n\n${own}\n`, ...parts].join("\n\n");
          compilation.emitAsset("licences.txt", new webpack.sources.RawSource(text));
        },
      );
    });
  }
}

module.exports = { Licences };
