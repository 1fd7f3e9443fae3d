/** Compiles without looking at types, which `npm run types` does. */
const compiled = (parser, more = {}) => [
  "@swc/jest",
  { jsc: { parser: { syntax: "typescript", ...parser }, target: "es2022", ...more } },
];
const preact = { transform: { react: { runtime: "automatic", importSource: "preact" } } };
const transform = { "\\.tsx$": compiled({ tsx: true }, preact), "\\.[cm]?[jt]s$": compiled({}) };

/** Packages that are modules alone; jest takes them compiled. */
const modules = [
  ...["@borgar", "collapse-white-space", "d3-dsv", "franc-min", "hucre", "kdbush", "marked", "n-gram"],
  ...["nanoid", "quickselect", "rbush", "trigram-utils"],
];

const runtime = "<rootDir>/.ci/runtime.cjs";

module.exports = {
  maxWorkers: "100%",
  testTimeout: 60_000,
  testSequencer: "<rootDir>/.ci/longestFirst.cjs",
  projects: [
    {
      displayName: "unit",
      runtime,
      testEnvironment: "<rootDir>/test/quickEnvironment.ts",
      setupFiles: ["<rootDir>/test/seed.ts"],
      testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/browser/"],
      // Both take long to load: the one has six hundred modules, of the other the grid uses a pattern that no test meets.
      moduleNameMapper: { "^lodash-es$": "lodash", "^cjk-regex$": "<rootDir>/test/workbench/cjkRegex.ts" },
      transform,
      transformIgnorePatterns: [`/node_modules/(?!(${modules.join("|")})/)`],
    },
    {
      displayName: "browser",
      runtime,
      testEnvironment: "<rootDir>/test/browser/environment.ts",
      testMatch: ["<rootDir>/test/browser/**/*.test.ts"],
      globalSetup: "<rootDir>/test/browser/build.ts",
      globalTeardown: "<rootDir>/test/browser/closeBrowser.ts",
      transform,
      transformIgnorePatterns: ["/node_modules/(?!hucre/)"],
    },
  ],
};
