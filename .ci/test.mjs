// `npm test`: everything that has to hold before a change is merged. What does not wait for another runs beside it, so that
// two cores have work all the time. Each step's output appears in one piece when the step ends, with its time; the exit
// code is 1 when any step failed. With `--all` also what is long by nature: see CONTRIBUTING.md.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const all = process.argv.includes("--all");
const failed = [];

/** Runs a script of package.json; `live`: its output appears at once, else when it ends. Gives whether it succeeded. */
function run(script, { live = false } = {}) {
  const began = Date.now();
  return new Promise((ended) => {
    const child = spawn("npm", ["run", "--silent", script], {
      cwd: root,
      env: { ...process.env, ...(all ? { TEST_ALL: "every" } : {}) },
      stdio: live ? "inherit" : ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    const said = [];
    child.stdout?.on("data", (part) => said.push(part));
    child.stderr?.on("data", (part) => said.push(part));
    child.on("error", (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on("close", (code) => {
      process.stdout.write(Buffer.concat(said));
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      console.log(`${code === 0 ? "ok    " : "FAILED"} npm run ${script} (${seconds} s)`);
      if (code !== 0) failed.push(script);
      ended(code === 0);
    });
  });
}

/** Runs scripts one after the other. Gives whether all succeeded. */
async function inTurn(...scripts) {
  let good = true;
  for (const script of scripts) good = (await run(script)) && good;
  return good;
}

// Installs and writes the dataset, which everything else reads.
if (await run("prepare:test", { live: true })) {
  const [built] = await Promise.all([
    run("bundles"),
    inTurn("types", "circles", "oxlint", "eslint", "format:check"),
  ]);
  // Without bundles every browser test would fail for the same reason.
  await run(built ? "tests" : "unit", { live: true });
  if (all) await run("test:visual", { live: true });
}
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
