import { webpack } from "webpack";
import type { Configuration } from "webpack";

/** Compiles sources as the product is: webpack for production, TypeScript by ts-loader. Rejects with webpack's errors. */
export function compile(configuration: Configuration): Promise<void> {
  return new Promise((done, failed) => {
    webpack(
      {
        mode: "production",
        resolve: { extensions: [".ts", ".mjs", ".js"] },
        module: {
          rules: [
            {
              test: /\.ts$/,
              exclude: /node_modules/,
              use: {
                loader: "ts-loader",
                options: {
                  transpileOnly: true,
                  onlyCompileBundledFiles: true,
                  compilerOptions: { noEmit: false },
                },
              },
            },
          ],
        },
        ...configuration,
      },
      (error, stats) => {
        if (error) failed(error);
        else if (stats?.hasErrors()) failed(new Error(stats.toString("errors-only")));
        else done();
      },
    );
  });
}
