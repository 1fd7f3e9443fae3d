const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");

/** As Microsoft's custom functions projects are built: polyfills in a bundle of their own, Babel for every browser asked for. */
module.exports = {
  entry: {
    polyfill: ["core-js/stable", "regenerator-runtime/runtime"],
    functions: "./src/functions.ts",
  },
  output: { clean: true },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        use: {
          loader: "babel-loader",
          options: { presets: ["@babel/preset-env", "@babel/preset-typescript"] },
        },
      },
    ],
  },
  plugins: [new CustomFunctionsMetadataPlugin({ output: "functions.json", input: "./src/functions.ts" })],
  performance: { hints: false },
};
