// Two builds: "addin" is the product (dist/), "workbench" the browser page that hosts it without Excel
// (build/workbench/, never in the product).
require("tsx/cjs");
const { existsSync, readFileSync } = require("node:fs");
const path = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const { metadata } = require("./src/functions/catalogue/metadata.ts");
const { shortcutsFile } = require("./src/commands/shortcuts.ts");
const { helpPage } = require("./src/functions/catalogue/help.ts");
const { describePackage } = require("./src/data/package/describe.ts");
const { packed } = require("./src/data/dataset.ts");
const { buildAddress, localUrl } = require("./.ci/address.ts");
const { guidePage } = require("./.ci/guide.ts");
const { namedIn } = require("./.ci/named.ts");
const { ThirdParty } = require("./.ci/thirdParty.ts");
const { firstScreen } = require("./src/taskpane/first-screen.tsx");

/** Office in China (21Vianet) loads Office.js from an address of its own. */
const officeJs = {
  world: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
};

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: { loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
};
const resolve = { extensions: [".tsx", ".ts", ".mjs", ".js"] };

const table = (file) => readFileSync(`src/data/${file}.csv`, "utf8");
const json = (value) => JSON.stringify(value, null, 2) + "\n";

/** Says a sentence when the build is done. */
const telling = (sentence) => ({
  apply: (compiler) =>
    compiler.hooks.afterDone.tap("address", () => compiler.getInfrastructureLogger("address").warn(sentence)),
});

/**
 * The functions also stand at the address that the manifest names, and it never changes. The page loads them by the name that
 * carries their content, as it does all else.
 */
const atManifestAddress = (name) => ({
  apply: (compiler) =>
    compiler.hooks.thisCompilation.tap("manifest", (compilation) =>
      compilation.hooks.processAssets.tap(
        { name: "manifest", stage: compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => {
          const [file] = compilation.namedChunks.get(name).files;
          if (file !== `${name}.js`)
            compilation.emitAsset(`${name}.js`, compilation.getAsset(file).source, { minimized: true });
        },
      ),
    ),
});

/**
 * What did not change since the last build, above all the workbench's grid, is not read, bound and minified again. A clone's first
 * build of what ships, in continuous integration its only one, keeps nothing: that would take a third of its time.
 */
const kept = (name, mode, result) =>
  (mode === "development" || existsSync(result)) && {
    type: "filesystem",
    name: `${name}-${mode}`,
    cacheDirectory: path.resolve(".cache/webpack"),
    compression: "gzip",
    buildDependencies: { config: [__filename, path.resolve("package-lock.json")] },
  };

module.exports = (env, { mode = "production" } = {}) => {
  const production = mode === "production";
  // For `npm run test:excel` alone: this build tests the Excel that it runs in and may send the report to its own server.
  const reporting = !production && env?.report === true;
  // The manifest's addresses of the local server are replaced by this one.
  const { url: base, notice } = production ? buildAddress(process.env.ECOM_URL) : { url: localUrl };
  // While sources change, names stay: nothing of the development server is kept by a browser.
  const name = production ? "[name].[contenthash:10]" : "[name]";
  // Whoever has opened the page of the build before may still be loading its files.
  const before = namedIn(path.resolve("dist/taskpane.html"));
  const addin = {
    name: "addin",
    mode,
    devtool: production || reporting ? false : "source-map",
    cache: kept(reporting ? "addin-reporting" : "addin", mode, "dist/taskpane.html"),
    entry: {
      functions: "./src/functions/functions.ts",
      // What the functions' first answers do not need, such as the sentences of refusals: such an answer waits for it.
      details: { import: "./src/functions/index.ts", dependOn: "functions" },
      taskpane: {
        // The ribbon's commands act through the pane: one runtime, one bundle.
        import: ["./src/taskpane/taskpane.tsx", "./src/commands/commands.ts"],
        dependOn: "details",
      },
      // Read before anything is painted, by itself.
      first: "./src/taskpane/first.ts",
      // What acts on the workbook: read last, so that figures are shown without waiting for it.
      workbook: { import: "./src/taskpane/workbook.ts", dependOn: "taskpane" },
      // What search knows beyond the data: the pane and the functions search by the data's words until it has come.
      seeking: { import: "./src/taskpane/seekingFile.ts", dependOn: "details" },
      // Loaded when it is asked for.
      selfTest: { import: "./src/taskpane/selfTestFile.ts", dependOn: "workbook" },
      ...(reporting && { reporting: { import: "./src/taskpane/reporting.ts", dependOn: "workbook" } }),
    },
    output: {
      path: path.resolve(reporting ? "build/testing" : "dist"),
      filename: `${name}.js`,
      clean: { keep: (file) => before.includes(file) },
    },
    resolve,
    module: {
      rules: [typescript, { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] }],
    },
    plugins: [
      new MiniCssExtractPlugin({ filename: `${name}.css` }),
      new HtmlWebpackPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        chunks: [
          "functions",
          "details",
          "taskpane",
          "workbook",
          "seeking",
          ...(reporting ? ["reporting"] : []),
        ],
        connections: reporting ? "; connect-src 'self'" : "",
        chunksSortMode: "manual",
        scriptLoading: "defer",
        firstScreen: { en: firstScreen("en"), zh: firstScreen("zh") },
        fileOf: ({ namedChunks }, chunk) => [...namedChunks.get(chunk).files][0],
        officeJs: officeJs[process.env.ECOM_CLOUD ?? "world"],
      }),
      atManifestAddress("functions"),
      ...(production ? [new ThirdParty()] : []),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets/*.png" },
          {
            from: "manifest.xml",
            transform: (text) => text.toString().replaceAll(localUrl, base),
          },
          // Any file of the repository serves as the source: the content comes from the catalogue.
          { from: "package.json", to: "functions.json", transform: () => json(metadata("en", base)) },
          { from: "package.json", to: "functions.zh-CN.json", transform: () => json(metadata("zh", base)) },
          { from: "package.json", to: "shortcuts.json", transform: () => json(shortcutsFile()) },
          { from: "src/data/*.csv", to: "data/[name][ext]" },
          { from: "src/data/README.md", to: "data/README.md" },
          {
            from: "package.json",
            to: "data/datapackage.json",
            transform: () => json(describePackage(table, packed.version)),
          },
          { from: "assets/pictures/*.png" },
          { from: "README.md", to: "guide.html", transform: (text) => guidePage(String(text), "en") },
          {
            from: "README.zh-CN.md",
            to: "guide.zh-CN.html",
            transform: (text) => guidePage(String(text), "zh-CN"),
          },
          { from: "package.json", to: "help.html", transform: () => helpPage("en", base) },
          { from: "package.json", to: "help.zh-CN.html", transform: () => helpPage("zh", base) },
        ],
      }),
    ],
    // The files name each other's exports at every use: the shortest names make them smallest.
    optimization: {
      mangleExports: "size",
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })],
    },
    performance: { hints: false },
  };
  const workbench = {
    name: "workbench",
    mode,
    devtool: false,
    cache: kept("workbench", mode, "build/workbench/index.html"),
    entry: { workbench: "./src/workbench/page/workbench.ts" },
    // Named by their content: a browser keeps what did not change, above all the grid.
    output: { path: path.resolve("build/workbench"), filename: "[name].[contenthash:8].js", clean: true },
    resolve: { ...resolve, fallback: { fs: false, path: false } },
    module: {
      rules: [typescript, { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] }],
    },
    plugins: [
      new MiniCssExtractPlugin({ filename: "[name].css" }),
      new HtmlWebpackPlugin({ filename: "index.html", template: "./src/workbench/page/workbench.html" }),
    ],
    optimization: {
      // A start while developing would wait longer for it than its page gains.
      minimize: production,
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })],
      splitChunks: { cacheGroups: { grid: { test: /node_modules/, name: "grid", chunks: "initial" } } },
    },
    performance: { hints: false },
  };
  if (notice) addin.plugins.push(telling(notice));
  return [addin, workbench];
};
