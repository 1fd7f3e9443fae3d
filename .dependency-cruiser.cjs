/**
 * No file imports itself by way of others, type imports included: whoever reads one file can read what it needs
 * before it, in some order. `npm run lint` runs it.
 */
module.exports = {
  forbidden: [
    {
      name: "no-circle",
      severity: "error",
      comment: "Put what both files need into a third, or hand it in.",
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.(css|html)$" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".d.ts", ".mjs", ".js"] },
  },
};
