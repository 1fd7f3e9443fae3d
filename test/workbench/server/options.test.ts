import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choosePort, readStartOptions } from "../../../src/workbench/server/options";

describe("the words after npm start", () => {
  test("choose a port and keep the browser closed.", () => {
    expect(readStartOptions([])).toEqual({ open: true });
    expect(readStartOptions(["--port", "3100", "--no-open"])).toEqual({ open: false, port: 3100 });
    expect(readStartOptions(["--port=80"])).toEqual({ open: true, port: 80 });
  });

  test.each([
    ["--port", "x"],
    ["--port", "0"],
    ["--port", "65536"],
    ["--port", "1.5"],
    ["--port"],
    ["--host"],
    ["--portable", "figures.xlsx"],
  ])("are refused with a sentence when they are none: %s %s", (...words) => {
    expect(() => readStartOptions(words)).toThrow(/--port/);
  });
});

describe("a workbook after npm start", () => {
  const folder = mkdtempSync(join(tmpdir(), "workbench-"));
  const file = join(folder, "Figures 表.XLSX");
  writeFileSync(file, "");

  test("is opened at the start.", () => {
    expect(readStartOptions([file, "--no-open"])).toEqual({ open: false, file });
    expect(readStartOptions(["--port", "3100", file])).toEqual({ open: true, port: 3100, file });
  });

  test.each([
    [[join(folder, "lost.xlsx")], "There is no file"],
    [["3000"], "3000 is no workbook: npm start opens .xlsx files."],
    [[file, "other.xlsx"], "npm start opens one workbook: leave out other.xlsx."],
  ])("is refused with a sentence when it is none: %j", (words, sentence) => {
    expect(() => readStartOptions(words)).toThrow(sentence);
  });
});

describe("the port", () => {
  const taken =
    (...ports: number[]) =>
    (port: number) =>
      Promise.resolve(!ports.includes(port));

  test("is the manifest's, without a word, while it is free.", async () => {
    expect(await choosePort(undefined, taken())).toEqual({ port: 3000 });
    expect(await choosePort(3000, taken())).toEqual({ port: 3000 });
  });

  test("is the next free one otherwise, and it is said what does not work there.", async () => {
    const place = await choosePort(undefined, taken(3000, 3001));
    expect(place.port).toBe(3002);
    expect(place.notice).toMatch(/3002.*manifest\.xml names port 3000/);
  });

  test("that was asked for is never another: a taken one is refused with a sentence.", async () => {
    await expect(choosePort(3000, taken(3000))).rejects.toThrow("The port 3000 is taken by another program.");
  });

  test("is refused when twenty are taken.", async () => {
    await expect(choosePort(undefined, () => Promise.resolve(false))).rejects.toThrow("3000 to 3019");
  });

  test("counts as taken where something listens.", async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, "localhost", listening));
    const { port } = server.address() as AddressInfo;
    await expect(choosePort(port)).rejects.toThrow("is taken");
    await new Promise((closed) => server.close(closed));
    expect((await choosePort(port)).port).toBe(port);
  });
});
