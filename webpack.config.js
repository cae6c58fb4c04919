// webpack.config.js: builds the pane for Excel and browser (dist/) and the command line (build/cli/samkalkyl.js).
// `--env origin=https://…` is where dist/ will be served from; the manifest is written for it.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const webpack = require("webpack");
const { Licences } = require("./webpack.licences");

const localOrigin = "https://localhost:3000";
/** The address that is documented since September 2026 (office-js-docs-pr#5882). */
const officeCdn = "https://officeapis.public.onecdn.static.microsoft";
/** Where office.js and its parts may come from: also the host before, which an older Excel or a redirect may lead to. */
const officeHosts = [officeCdn, "https://appsforoffice.microsoft.com"];
/** Written anew also where nothing changed: the tests tell by the page's date whether it is as new as its sources. */
const compareBeforeEmit = false;
const root = (...parts) => path.resolve(__dirname, ...parts);

/** An https address without a trailing slash; a folder after the host is allowed. Anything else stops the build. */
function originOf(env) {
  const origin = String(env.origin ?? localOrigin).replace(/\/+$/, "");
  if (!/^https:\/\/[A-Za-z0-9.-]+(:\d+)?(\/[A-Za-z0-9._~/-]*)?$/.test(origin)) {
    throw new Error(
      `--env origin must be an https address, such as https://tillagg.example.se/samkalkyl; got ${origin}`,
    );
  }
  return origin;
}

/**
 * The page may run its own scripts and styles only, and talk to nobody: no data can leave it. Under a host whose name office.js does
 * not know it asks a page of its own, in a frame, whether to trust it: without that frame it never answers.
 */
function contentSecurityPolicy(hosts) {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hosts].join(" "),
    ...(hosts.length === 0 ? [] : [["frame-src", ...hosts].join(" ")]),
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function page({ filename, office, development }) {
  return new HtmlPlugin({
    filename,
    template: root("src/pane/page.html"),
    chunks: ["app"],
    inject: "head",
    scriptLoading: "defer",
    minify: false,
    templateParameters: {
      // The development server's reload client talks to its own origin.
      policy: contentSecurityPolicy(office ? officeHosts : []).replace(
        "connect-src 'none'",
        development ? "connect-src 'self' ws: wss:" : "connect-src 'none'",
      ),
      officeScript: office ? `<script src="${officeCdn}/1/office.js"></script>` : "",
    },
  });
}

function swc(targets, folders = ["src"]) {
  return {
    test: /\.tsx?$/,
    include: folders.map((folder) => root(folder)),
    use: {
      loader: "swc-loader",
      options: {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic", importSource: "preact" } },
        },
        env: { targets },
      },
    },
  };
}

const resolve = { extensions: [".tsx", ".ts", ".js"] };

function web(env, argv) {
  const origin = originOf(env);
  const development = argv.mode !== "production";
  return {
    name: "web",
    target: ["web", "es2022"],
    entry: { app: root("src/pane/main.tsx") },
    output: {
      path: root("dist"),
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      cssFilename: "[name].[contenthash:8].css",
      cssChunkFilename: "[name].[contenthash:8].css",
      assetModuleFilename: "assets/[name].[contenthash:8][ext]",
      publicPath: "auto",
      clean: true,
      compareBeforeEmit,
    },
    resolve,
    experiments: { css: true },
    module: {
      rules: [
        swc("edge >= 110, safari >= 16, chrome >= 110, firefox >= 115"),
        // The example travels inside its own chunk, so that trying it needs no request for data.
        { test: /\.md$/, type: "asset/source" },
        { test: /\.xlsx$/, type: "asset/inline", generator: { dataUrl: (content) => content.toString("base64") } },
      ],
    },
    plugins: [
      new Licences(),
      page({ filename: "index.html", office: false, development }),
      page({ filename: "taskpane.html", office: true, development }),
      new CopyPlugin({
        patterns: [
          { from: root("assets/*.{png,svg}"), to: "assets/[name][ext]" },
          {
            from: root("manifest.xml"),
            to: "manifest.xml",
            transform: (content) => content.toString("utf8").replaceAll(localOrigin, origin),
          },
        ],
      }),
    ],
    devtool: development ? "source-map" : false,
    performance: { hints: false },
    stats: "errors-warnings",
    devServer: {
      host: "localhost",
      port: 3000,
      server: developmentServer(),
      static: false,
      client: { overlay: false },
      headers: { "Access-Control-Allow-Origin": "*" },
    },
  };
}

/** https with a certificate for localhost, made on first use and never sent anywhere; plain http where that is not possible. */
function developmentServer() {
  if (!process.argv.includes("serve")) return "http";
  const folder = path.join(os.homedir(), ".office-addin-dev-certs");
  const files = ["ca.crt", "localhost.crt", "localhost.key"].map((name) => path.join(folder, name));
  try {
    if (!files.every((file) => fs.existsSync(file))) {
      const script = "require('office-addin-dev-certs/lib/generate').generateCertificates(...process.argv.slice(1))";
      execFileSync(process.execPath, ["-e", script, ...files], { cwd: __dirname, stdio: "inherit" });
    }
    const [ca, cert, key] = files.map((file) => fs.readFileSync(file));
    return { type: "https", options: { ca, cert, key } };
  } catch (reason) {
    console.warn(
      `No certificate for localhost (${reason.message}); serving http, which Excel refuses but browsers take.`,
    );
    return "http";
  }
}

function cli() {
  return {
    name: "cli",
    target: "node20",
    entry: { samkalkyl: root("src/cli/main.ts") },
    output: { path: root("build/cli"), filename: "samkalkyl.js", clean: true },
    resolve,
    module: {
      parser: { javascript: { dynamicImportMode: "eager" } },
      rules: [swc("node 20")],
    },
    plugins: [
      new Licences(),
      new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true }),
      {
        apply: (compiler) =>
          compiler.hooks.afterEmit.tap("executable", () => fs.chmodSync(root("build/cli/samkalkyl.js"), 0o755)),
      },
    ],
    // Readable traces matter more than size on the command line.
    optimization: { minimize: false },
    devtool: false,
    performance: { hints: false },
    stats: "errors-warnings",
  };
}

/** The page that plays Excel around the built pane: for people to try and for tests, never part of what is delivered. */
function workbench() {
  return {
    name: "workbench",
    target: ["web", "es2022"],
    entry: { workbench: root("tests/host/browser/main.tsx") },
    output: {
      path: root("build/workbench"),
      filename: "[name].js",
      cssFilename: "[name].css",
      clean: true,
      compareBeforeEmit,
    },
    resolve,
    experiments: { css: true },
    module: { rules: [swc("chrome >= 120, edge >= 120, firefox >= 120, safari >= 17", ["src", "tests/host"])] },
    plugins: [
      new HtmlPlugin({
        template: root("tests/host/browser/page.html"),
        inject: "head",
        scriptLoading: "defer",
        minify: false,
      }),
      new CopyPlugin({
        patterns: [
          { from: root("tests/cases/*.xlsx"), to: "cases/[name][ext]" },
          { from: root("assets/icon-32.png"), to: "icon.png" },
        ],
      }),
    ],
    devtool: false,
    performance: { hints: false },
    stats: "errors-warnings",
  };
}

/** What is delivered; the workbench is built only when it is asked for by name. */
module.exports = (env = {}, argv = {}) => [
  web(env, argv),
  cli(),
  ...(argv.configName?.includes("workbench") ? [workbench()] : []),
];
