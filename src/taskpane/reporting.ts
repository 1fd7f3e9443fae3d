// Only in the build of `npm run test:excel`, never in the product: tests this Excel as soon as the pane has its workbook, and
// sends the report to the server that the pane came from.
import { pane } from "./taskpane";

/** As the server knows it. */
const address = "excel-report";

async function report(): Promise<void> {
  await pane.connected;
  pane.store.set({ tab: "settings" });
  await pane.controller.testExcel();
  const { tested, notice, connection } = pane.store.get();
  const said = notice ? notice.text({} as never, "en") : connection;
  const sent = tested ? { report: tested.report, text: tested.text.en } : { text: said };
  await fetch(address, { method: "POST", body: JSON.stringify(sent) });
}

void report();
