// Only in the build of `npm run test:excel`, never in the product: runs the self-test once a workbook is connected,
// and sends its report to the page's server.
import { pane } from "./taskpane";

/** The server's address for reports. */
const address = "excel-report";

async function report(): Promise<void> {
  await pane.connected;
  pane.store.set({ tab: "settings" });
  await pane.controller.testExcel();
  const { tested, notice, connection } = pane.store.get();
  const message = notice ? notice.text({} as never, "en") : connection;
  const body = tested ? { report: tested.report, text: tested.text.en } : { text: message };
  await fetch(address, { method: "POST", body: JSON.stringify(body) });
}

void report();
