import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { generateCertificates } from "office-addin-dev-certs/lib/generate";

/** What an HTTPS server needs: the certificate for localhost and its key, both as PEM text. */
export interface Certificate {
  cert: string;
  key: string;
}

const folder = resolve(".certs");
const files = {
  ca: resolve(folder, "ca.crt"),
  cert: resolve(folder, "localhost.crt"),
  key: resolve(folder, "localhost.key"),
};

/**
 * The certificate for https://localhost, made on first use in `.certs/` (never committed, not installed in the
 * system) and again on its last day: Microsoft's generator gives 30 days. Needs neither network nor rights. Throws if
 * the folder cannot be written.
 */
export async function certificate(): Promise<Certificate> {
  if (!stillGood()) {
    rmSync(folder, { recursive: true, force: true });
    await quietly(() => generateCertificates(files.ca, files.cert, files.key));
  }
  return { cert: readFileSync(files.cert, "utf8"), key: readFileSync(files.key, "utf8") };
}

function stillGood(): boolean {
  if (!Object.values(files).every(existsSync)) return false;
  const day = 24 * 60 * 60 * 1000;
  return Date.parse(new X509Certificate(readFileSync(files.cert)).validTo) > Date.now() + day;
}

/** Silences the generator's console output; the caller prints the one line that matters. */
async function quietly(act: () => Promise<void>): Promise<void> {
  const log = console.log;
  console.log = () => undefined;
  try {
    await act();
  } finally {
    console.log = log;
  }
}
