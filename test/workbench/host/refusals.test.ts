import { eachBench } from "../client";

const b = eachBench({
  addin: {
    url: "https://localhost/",
    namespace: "ECOM",
    functions: {
      functions: [{ id: "ONE", name: "ONE", parameters: [{ name: "a" }, { name: "b", optional: true }] }],
    },
  },
});
const run = b.onSheet;
const refused = b.refusal;

type Act = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;
const enter =
  (formula: string): Act =>
  (sheet) =>
    (sheet.getRange("A1").formulas = [[formula]]);

test.each<[string, Act]>([
  ["values of fewer rows than the range", (sheet) => (sheet.getRange("A1:A2").values = [[1, 2]])],
  ["values of more rows than the range", (sheet) => (sheet.getRange("A1:A2").values = [[1], [2], [3]])],
  ["formulas of another shape than the range", (sheet) => (sheet.getRange("A1:A2").formulas = [["=1"]])],
  [
    "formats of another shape than the range",
    (sheet) => (sheet.getRange("A1:A2").numberFormat = [["0", "0", "0"]]),
  ],
  ...["A0", "1A", "A1:B", "XFE1", "A1048577", "no such name", "A1;B2", "NoSheet!A1"].map(
    (address): [string, Act] => [
      `the address ${address}`,
      (sheet) => void sheet.getRange(address).load("values"),
    ],
  ),
  ...["=1+", "=SUM(A1", '="a', "=)", "=1 2", "=SUM(A1;B1)", "=NoSheet!A1"].map((formula): [string, Act] => [
    `the formula ${formula}`,
    enter(formula),
  ]),
  ["a formula of more than 8192 characters", enter(`=${"1+".repeat(4100)}1`)],
  ["too few arguments for a function of the add-in", enter("=ECOM.ONE()")],
  ["too many arguments for a function of the add-in", enter("=ecom.one(1,2,3)")],
  ["a number format that is none", (sheet) => (sheet.getRange("A1").numberFormat = [['0"']])],
  ["a colour that is none", (sheet) => (sheet.getRange("A1").format.fill.color = "bluish")],
  [
    "a border that is none",
    (sheet) => (sheet.getRange("A1").format.borders.getItem("EdgeTop").style = "Wavy" as "Dash"),
  ],
  ["a row before the first", (sheet) => void sheet.getRange("A1").getOffsetRange(-1, 0).load("address")],
  [
    "a range of less than a row",
    (sheet) => void sheet.getRange("A1:B2").getResizedRange(-2, 0).load("address"),
  ],
  ["text of more than 32 767 characters", (sheet) => (sheet.getRange("A1").values = [["x".repeat(32_768)]])],
])("InvalidArgument: %s", async (_what, act) => {
  expect(await refused(act)).toBe("InvalidArgument");
});

describe("AccessDenied", () => {
  test("locked cells of a protected sheet, their formats, rows and tables; unlocked cells may be written.", async () => {
    await run((sheet) => {
      sheet.getRange("B1").format.protection.locked = false;
      sheet.protection.protect({}, "secret");
    });
    const denied: Act[] = [
      (sheet) => (sheet.getRange("A1").values = [[1]]),
      (sheet) => (sheet.getRange("A1").format.fill.color = "#FF0000"),
      (sheet) => sheet.getRange("1:1").insert("Down"),
      (sheet) => sheet.tables.add("A1:B2", true),
      (sheet) => sheet.charts.add("Line", sheet.getRange("A1:B2")),
      (sheet) => sheet.protection.unprotect("wrong"),
    ];
    for (const act of denied) expect(await refused(act)).toBe("AccessDenied");
    await run((sheet) => (sheet.getRange("B1").values = [[1]]));
    await run((sheet) => sheet.protection.unprotect("secret"));
    await run((sheet) => (sheet.getRange("A1").values = [[1]]));
  });
  test("a protected sheet allows what its options allow.", async () => {
    await run((sheet) => sheet.protection.protect({ allowFormatCells: true }));
    await run((sheet) => (sheet.getRange("A1").format.fill.color = "#FF0000"));
    expect(await refused((sheet) => (sheet.getRange("A1").values = [[1]]))).toBe("AccessDenied");
  });
  test("sheets of a workbook with a protected structure: none is added, deleted, renamed, moved, copied or hidden; cells may be written.", async () => {
    await run((sheet, context) => {
      context.workbook.worksheets.add("Second");
      sheet.activate();
      context.workbook.protection.protect("secret");
    });
    const isProtected = () =>
      run(async (_sheet, context) => {
        const { protection } = context.workbook;
        protection.load("protected");
        await context.sync();
        return protection.protected;
      });
    expect(await isProtected()).toBe(true);
    const sheetsOnly: Act[] = [
      (_sheet, context) => context.workbook.worksheets.add("New"),
      (sheet) => sheet.delete(),
      (sheet) => (sheet.name = "New"),
      (sheet) => (sheet.position = 1),
      (sheet) => sheet.copy("End"),
      (sheet) => (sheet.visibility = "Hidden"),
      (sheet) => (sheet.tabColor = "#FF0000"),
      (_sheet, context) => context.workbook.protection.protect(),
      (_sheet, context) => context.workbook.protection.unprotect("wrong"),
    ];
    const before = JSON.stringify(b.host.snapshot());
    for (const change of sheetsOnly) expect(await refused(change)).toBe("AccessDenied");
    expect(JSON.stringify(b.host.snapshot())).toBe(before);
    await run((sheet) => (sheet.getRange("A1").values = [[1]]));
    await run((_sheet, context) => context.workbook.protection.unprotect("secret"));
    expect(await isProtected()).toBe(false);
    await run((sheet) => sheet.delete());
  });
  test("any write in a workbook that is open for reading; reading goes on.", async () => {
    b.host.faults.readOnly = true;
    expect(await refused((sheet) => (sheet.getRange("A1").values = [[1]]))).toBe("AccessDenied");
    expect(await refused((_sheet, context) => context.workbook.worksheets.add("New"))).toBe("AccessDenied");
    await run((sheet) => sheet.getRange("A1").load("values"));
  });
});

describe("InvalidOperation", () => {
  test("the middle of a spilled array, and the covered part of merged cells.", async () => {
    await run((sheet) => {
      sheet.getRange("A1").formulas = [["=SEQUENCE(3)"]];
      sheet.getRange("C1:D2").merge();
      sheet.getRange("A1").load("values");
    });
    expect(await refused((sheet) => (sheet.getRange("A2").values = [[9]]))).toBe("InvalidOperation");
    expect(await refused((sheet) => (sheet.getRange("D2").values = [[9]]))).toBe("InvalidOperation");
    await run((sheet) => (sheet.getRange("A1:A3").values = [[7], [8], [9]]));
  });
});

test("A formula that spills shows #SPILL! where a filled cell is in the way, and overwrites nothing.", async () => {
  const values = await run(async (sheet, context) => {
    sheet.getRange("A3").values = [["kept"]];
    sheet.getRange("A1").formulas = [["=SEQUENCE(3)"]];
    const range = sheet.getRange("A1:A3");
    range.load("values");
    await context.sync();
    const before = range.values;
    sheet.getRange("A3").clear();
    range.load("values, hasSpill");
    await context.sync();
    return [before, range.values, range.hasSpill];
  });
  expect(values).toEqual([[["#SPILL!"], [""], ["kept"]], [[1], [2], [3]], true]);
});

test("An unknown function shows #NAME?.", async () => {
  const value = await run(async (sheet, context) => {
    const cell = sheet.getRange("A1");
    cell.formulas = [["=ECOM.NOPE(1)"]];
    cell.load("values, valueTypes");
    await context.sync();
    return [cell.values[0]?.[0] as unknown, cell.valueTypes[0]?.[0] as unknown];
  });
  expect(value).toEqual(["#NAME?", "Error"]);
});

test("A call while a person types in a cell is 5004 in the envelope.", async () => {
  b.host.faults.editing = true;
  const answer = await b.rich.execute(
    JSON.stringify({ Actions: [], ObjectPaths: { 1: { Id: 1, ObjectPathType: 1 } } }),
  );
  expect(answer).toEqual({ error: 5004 });
});

test("RequestPayloadSizeLimitExceeded and ResponsePayloadSizeLimitExceeded: more than 5 MB either way.", async () => {
  const long = "x".repeat(30_000);
  expect(
    await refused((sheet) => {
      for (let row = 1; row <= 180; row++) sheet.getRange(`A${row}`).values = [[long]];
    }),
  ).toBe("RequestPayloadSizeLimitExceeded");
  for (let part = 0; part < 3; part++) {
    await run((sheet) => {
      for (let row = 1; row <= 60; row++) sheet.getRange(`A${part * 60 + row}`).values = [[long]];
    });
  }
  expect(await refused((sheet) => sheet.getRange("A1:A180").load("values"))).toBe(
    "ResponsePayloadSizeLimitExceeded",
  );
});

test("A member that the host does not know is ApiNotFound and stands in the log.", async () => {
  expect(await refused((sheet) => sheet.shapes.load("items"))).toBe("ApiNotFound");
  expect(await refused((sheet) => sheet.getRange("A1").flashFill())).toBe("ApiNotFound");
  expect(b.host.log.filter((entry) => entry.kind === "unknown-member").map((entry) => entry.text)).toEqual([
    "Worksheet.shapes is not known here.",
    "Range.flashFill is not known here.",
  ]);
});

test("What was done before a failing call stays done: there is no rollback, and nothing after it is run.", async () => {
  const code = await refused((sheet) => {
    sheet.getRange("A1").values = [["done"]];
    sheet.getRange("A2").values = [[1, 2]];
    sheet.getRange("A3").values = [["never"]];
  });
  expect(code).toBe("InvalidArgument");
  expect(Object.keys(b.host.snapshot().sheets[0]?.cells ?? {})).toEqual(["A1"]);
});

test("A refusal names the member, so that an add-in can say where it failed.", async () => {
  const error = (await run((sheet) => {
    sheet.getRange("A1").values = [[1, 2]];
  }).catch((caught: unknown) => caught)) as { debugInfo: { errorLocation: string; statement: string } };
  expect(error.debugInfo.errorLocation).toBe("Range.values");
});

test("A planned fault makes exactly the k-th action fail, once.", async () => {
  b.host.faults.failAction(6, "GeneralException");
  const act = (sheet: Excel.Worksheet) => {
    sheet.getRange("A1").values = [[1]];
    sheet.getRange("A2").values = [[2]];
  };
  expect(await refused(act)).toBe("GeneralException");
  await run(act);
});
