import { closeProbes, openProbe } from "./probe";
import type { Probe } from "./probe";

let probe: Probe;
beforeEach(async () => {
  probe = await openProbe();
});
afterAll(closeProbes);

/** Runs one write in the add-in; the code of its error, or "done". */
const write = () =>
  probe.addin.evaluate(async () => {
    try {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[1]];
        await context.sync();
      });
      return "done";
    } catch (error) {
      return (error as OfficeExtension.Error).code;
    }
  });

/** Waits until the add-in has heard of all these. */
const hears = (...events: [kind: string, address: string, sheet: string][]) =>
  probe.addin.waitForFunction((all) => {
    const heard = window.heard.map((event) => event.join());
    return all.every((event) => heard.includes(event.join()));
  }, events);

test("Office.onReady knows its host, platform, language and requirement sets.", async () => {
  const read = await probe.addin.evaluate(async () => ({
    info: await Office.onReady(),
    language: Office.context.displayLanguage,
    sets: [
      Office.context.requirements.isSetSupported("ExcelApi", "1.12"),
      Office.context.requirements.isSetSupported("ExcelApi", "1.99"),
      Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.4"),
      Office.context.requirements.isSetSupported("SharedRuntime", "1.1"),
    ],
    mode: String(Office.context.document.mode),
  }));
  expect(read).toMatchObject({
    info: { host: "Excel", platform: "OfficeOnline" },
    language: "en-US",
    sets: [true, false, true, true],
    mode: "readWrite",
  });
});

test("Document settings are saved in the workbook and read again.", async () => {
  await probe.addin.evaluate(async () => {
    Office.context.document.settings.set("ECOM.period", { year: 2025 });
    await new Promise((saved) => Office.context.document.settings.saveAsync(saved));
  });
  expect(await probe.page.evaluate(() => window.workbench?.host.state.data.settings)).toEqual({
    "ECOM.period": '{"year":2025}',
  });
  const reread = await probe.addin.evaluate(async () => {
    await new Promise((refreshed) => Office.context.document.settings.refreshAsync(refreshed));
    return Office.context.document.settings.get("ECOM.period") as unknown;
  });
  expect(reread).toEqual({ year: 2025 });
});

test("A ribbon button runs the action that the add-in associated.", async () => {
  await probe.addin.evaluate(() => Office.onReady());
  await probe.page.evaluate(() => window.workbench?.host.pressButton("press"));
  await probe.addin.waitForFunction(() => window.pressed.length === 1);
});

test("A button that is pressed while the add-in starts acts once it has started.", async () => {
  await probe.page.evaluate(async () => {
    const { host } = window.workbench!;
    await Promise.all([host.open(host.snapshot()), host.pressButton("press")]);
  });
  const frames = () => probe.page.frames().filter((frame) => frame.parentFrame() === probe.page.mainFrame());
  await frames()[0]!.waitForFunction(() => window.pressed.length === 1);
});

test("The add-in hears of changes and of the selection.", async () => {
  const sheet = await probe.sheet();
  await probe.addin.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const note = (what: string) => (event: { address?: string; worksheetId: string }) => {
        window.heard.push([what, event.address ?? "", event.worksheetId]);
        return Promise.resolve();
      };
      window.heard = [];
      worksheets.onChanged.add(note("changed"));
      worksheets.onSelectionChanged.add(note("selected"));
      await context.sync();
      worksheets.getActiveWorksheet().getRange("B2:C3").values = [
        [1, 2],
        [3, 4],
      ];
      worksheets.getActiveWorksheet().getRange("D4").select();
      await context.sync();
    }),
  );
  await hears(["changed", "B2:C3", sheet], ["selected", "D4", sheet]);
});

test("What a person types and selects in the grid reaches the add-in too.", async () => {
  const sheet = await probe.sheet();
  await probe.addin.evaluate(() =>
    Excel.run(async (context) => {
      window.heard = [];
      context.workbook.worksheets.onChanged.add((event) => {
        window.heard.push(["changed", event.address, event.worksheetId]);
        return Promise.resolve();
      });
      context.workbook.worksheets.onSelectionChanged.add((event) => {
        window.heard.push(["selected", event.address, event.worksheetId]);
        return Promise.resolve();
      });
      await context.sync();
    }),
  );
  await probe.page.evaluate(() => {
    const grid = window.workbench!.univerAPI.getActiveWorkbook()!.getActiveSheet();
    grid.getRange("C5").activate();
    grid.getRange("C5").setValue("typed");
  });
  await hears(["selected", "C5", sheet], ["changed", "C5", sheet]);
});

test("A call while a person types is InvalidOperationInCellEditMode, and works afterwards.", async () => {
  await probe.page.evaluate(() => {
    window.workbench!.host.faults.editing = true;
  });
  expect(await write()).toBe("InvalidOperationInCellEditMode");
  await probe.page.evaluate(() => {
    window.workbench!.host.faults.editing = false;
  });
  expect(await write()).toBe("done");
});

test.each([
  [5012, "InvalidOrTimedOutSession"],
  [5016, "WriteNotSupportedWhenModalDialogOpen"],
  [5102, "ActivityLimitReached"],
  [7000, "AccessDenied"],
])("Error %i of the envelope reaches the add-in as %s.", async (error, code) => {
  await probe.page.evaluate((number) => {
    window.workbench!.host.faults.envelopeError = number;
  }, error);
  expect(await write()).toBe(code);
});

test("A lost connection: nothing is answered any more.", async () => {
  await probe.page.evaluate(() => {
    window.workbench!.host.faults.disconnected = true;
  });
  const answered = probe.addin.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        void Excel.run((context) => context.sync().then(() => resolve(true)));
        // Two round trips of the frame's own messages later an answer would have come.
        const tick = new MessageChannel();
        let turns = 0;
        tick.port1.onmessage = () => (++turns > 200 ? resolve(false) : tick.port2.postMessage(0));
        tick.port2.postMessage(0);
      }),
  );
  expect(await answered).toBe(false);
});
