import { eachBench } from "../client";

const b = eachBench();

test("Defined names are found by scope, move with their cells and go with their sheet.", async () => {
  const read = await b.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getActiveWorksheet();
    const other = workbook.worksheets.add("Other");
    workbook.names.add("rate", 0.074 as unknown as string, "growth");
    workbook.names.add("place", sheet.getRange("B2:B3"));
    other.names.add("place", other.getRange("A1")).visible = false;
    sheet.getRange("1:2").insert("Down");
    await context.sync();
    const rate = workbook.names.getItem("RATE");
    rate.load("value, comment, formula");
    const place = workbook.names.getItem("place");
    place.load("value");
    const hidden = other.names.getItem("place");
    hidden.load("visible");
    const none = workbook.names.getItemOrNullObject("none");
    none.load("name");
    await context.sync();
    other.delete();
    workbook.names.load("items/name");
    await context.sync();
    return [
      rate.toJSON(),
      place.value as string,
      hidden.visible,
      none.isNullObject,
      workbook.names.items.map(({ name }) => name),
    ];
  });
  expect(read).toEqual([
    expect.objectContaining({ value: 0.074, comment: "growth" }),
    "Sheet1!$B$4:$B$5",
    false,
    true,
    ["place", "rate"],
  ]);
});

test("Page breaks are kept in order, and stay with their rows.", async () => {
  const rows = await b.onSheet(async (sheet, context) => {
    const breaks = sheet.horizontalPageBreaks;
    breaks.add("A30");
    breaks.add("A12");
    breaks.add(sheet.getRange("C12"));
    sheet.getRange("5:6").insert("Down");
    breaks.load("items/rowIndex");
    await context.sync();
    return breaks.items.map(({ rowIndex }) => rowIndex);
  });
  expect(rows).toEqual([13, 31]);
});

test("Page layout and frozen rows are kept.", async () => {
  const read = await b.onSheet(async (sheet, context) => {
    const { pageLayout } = sheet;
    pageLayout.orientation = "Landscape";
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.centerHorizontally = true;
    pageLayout.leftMargin = 36;
    pageLayout.setPrintArea("A1:F20");
    pageLayout.setPrintTitleRows("$1:$2");
    pageLayout.headersFooters.defaultForAllPages.leftFooter = "&P";
    sheet.freezePanes.freezeRows(2);
    await context.sync();
    pageLayout.load("orientation, zoom, leftMargin, centerHorizontally");
    const area = pageLayout.getPrintAreaOrNullObject();
    area.load("address");
    const location = sheet.freezePanes.getLocationOrNullObject();
    location.load("address");
    await context.sync();
    return [pageLayout.toJSON(), area.address, location.address];
  });
  expect(read).toEqual([
    expect.objectContaining({
      orientation: "Landscape",
      zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
      leftMargin: 36,
      centerHorizontally: true,
    }),
    "Sheet1!A1:F20",
    "Sheet1!1:2",
  ]);
});

type Act = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;

test.each<[string, string, Act]>([
  ...["1st", "two words", "B7", "R1C1", "c"].map((name): [string, string, Act] => [
    "InvalidArgument",
    `the defined name “${name}”`,
    (sheet, { workbook }) => workbook.names.add(name, sheet.getRange("A1")),
  ]),
  [
    "ItemAlreadyExists",
    "a defined name that is there",
    (sheet, { workbook }) => {
      workbook.names.add("mark", sheet.getRange("A1"));
      workbook.names.add("MARK", sheet.getRange("A2"));
    },
  ],
  [
    "InvalidArgument",
    "a paper that does not exist",
    ({ pageLayout }) => (pageLayout.paperSize = "A99" as "A4"),
  ],
  [
    "InvalidArgument",
    "an orientation that does not exist",
    ({ pageLayout }) => (pageLayout.orientation = "Sideways" as "Portrait"),
  ],
  ["InvalidArgument", "a margin below zero", ({ pageLayout }) => (pageLayout.leftMargin = -1)],
  [
    "InvalidArgument",
    "a page break above the first row",
    ({ horizontalPageBreaks }) => horizontalPageBreaks.add("A1"),
  ],
])("%s: %s", async (code, _what, act) => {
  expect(await b.refusal(act)).toBe(code);
});
