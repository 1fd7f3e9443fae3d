// Installs the pinned packages when they are missing or older than the lock file, so that `npm start`
// and `npm test` each work by themselves in a fresh clone.
import { execSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const installed = join(root, "node_modules", ".package-lock.json");
const locked = join(root, "package-lock.json");

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(locked).mtimeMs) {
  console.log("Installing the pinned packages (once, a minute or two) …");
  execSync("npm ci", { cwd: root, stdio: "inherit" });
}
